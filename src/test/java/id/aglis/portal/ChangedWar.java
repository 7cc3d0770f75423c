package id.aglis.portal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** Copies of a WAR that differ from it in some classes. They have its name, since that is how instances know an application. */
public final class ChangedWar {

    private static final Path TEST_CLASSES = Path.of("target", "test-classes");

    private ChangedWar() {
    }

    /** With one class more, out of the tests. */
    public static Path with(Path war, Class<?> type) {
        return of(war, TEST_CLASSES, List.of(TEST_CLASSES.resolve(type.getName().replace('.', '/') + ".class")));
    }

    /** With all the classes below a directory. */
    public static Path of(Path war, Path classes) {
        try (Stream<Path> files = Files.walk(classes)) {
            return of(war, classes, files.filter(Files::isRegularFile).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path of(Path war, Path root, List<Path> classes) {
        try {
            Path copy = Files.createTempDirectory(war.toAbsolutePath().getParent(), "changed").resolve(war.getFileName());
            Files.copy(war, copy, StandardCopyOption.REPLACE_EXISTING);
            try (FileSystem archive = FileSystems.newFileSystem(copy)) {
                for (Path file : classes) {
                    Path place = archive.getPath("WEB-INF/classes", root.relativize(file).toString());
                    Files.createDirectories(place.getParent());
                    Files.copy(file, place, StandardCopyOption.REPLACE_EXISTING);
                }
            }
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
