package id.aglis.portal.clustering;

import id.aglis.portal.ChangedWar;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;

/** The fixture as a later version might be: what instances send each other has one field more in each place. */
final class NewerWar {

    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final Path CLASSES = Path.of("target", "classes");

    private final Path sources;
    private final Path classes;
    private final List<String> compiled = new ArrayList<>();

    private NewerWar() throws IOException {
        sources = Files.createTempDirectory("newer-sources");
        classes = Files.createTempDirectory("newer-classes");
    }

    static Path of(Path war) {
        try {
            NewerWar newer = new NewerWar();
            newer.change("cluster/ClusterMessage", "byte[] bytes)", "byte[] bytes, String region)",
                    "implements Serializable {", "implements Serializable { ClusterMessage(byte[] bytes) { this(bytes, \"here\"); }");
            newer.change("cluster/BusMessage", "parts.forEach(part -> message.putInt(part.length).put(part));",
                    "message.putInt(3).put(new byte[] {99, 1, 2}); parts.forEach(part -> message.putInt(part.length).put(part));",
                    "ByteBuffer.allocate(1 + parts.", "ByteBuffer.allocate(1 + 7 + parts.");
            newer.change("socketio/RoomOpCodec", "            return bytes.toByteArray();",
                    "            out.writeUTF(\"later\"); return bytes.toByteArray();");
            newer.change("engineio/RelayLetter", "Kind.POLL, link, 0, sid, NOTHING", "Kind.POLL, link, 0, sid, new byte[] {1}");
            return newer.pack(war);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Replaces text in a source file, in pairs of old and new. */
    private void change(String name, String... pairs) throws IOException {
        String file = "id/aglis/portal/" + name + ".java";
        String source = Files.readString(SOURCES.resolve(file));
        for (int i = 0; i < pairs.length; i += 2) {
            if (!source.contains(pairs[i])) {
                throw new IllegalStateException(name + " does not contain " + pairs[i]);
            }
            source = source.replace(pairs[i], pairs[i + 1]);
        }
        Path changed = sources.resolve(file);
        Files.createDirectories(changed.getParent());
        compiled.add(Files.writeString(changed, source).toString());
    }

    private Path pack(Path war) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("-nowarn", "-proc:none", "--release", "17", "-d", classes.toString(),
                "-cp", CLASSES + ":" + System.getProperty("java.class.path")));
        arguments.addAll(compiled);
        if (ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)) != 0) {
            throw new IllegalStateException("The newer version cannot be compiled.");
        }
        return ChangedWar.of(war, classes);
    }
}
