package id.aglis.portal.ops;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.JsonbBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Writes the logins of the demo as {@code [{username, password, role}]} into {@code portal.home/demo-logins.json}, for the owner only. */
@ApplicationScoped
public class DemoLogins {

    @Inject
    @ConfigProperty(name = "portal.home")
    private String home;

    void write() {
        Path directory = Path.of(home);
        try {
            Files.createDirectories(directory);
            Path draft = Files.createTempFile(directory, "demo-logins", ".json", PosixFilePermissions.asFileAttribute(
                    PosixFilePermissions.fromString("rw-------")));
            Files.writeString(draft, JsonbBuilder.create().toJson(DemoAccount.ALL.stream().map(DemoAccount::login).toList()) + "\n");
            Files.move(draft, directory.resolve("demo-logins.json"), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw new UncheckedIOException("The demo logins cannot be written into portal.home.", failure);
        }
    }

    /** What a person of the demo signs in with. */
    public record Login(String username, String password, String role) {
    }
}
