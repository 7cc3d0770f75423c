package id.aglis.portal.identity;

import id.aglis.portal.DatabaseReady;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Gives an empty portal its administrator. A generated password stands in {@code portal.home/initial-admin-password}, readable by its owner
 * only, from where the start script shows it once and deletes it; the log names the file, and never the password.
 */
@ApplicationScoped
public class FirstAdmin {

    private static final Logger LOGGER = System.getLogger(FirstAdmin.class.getName());
    private static final String USERNAME = "admin";
    private static final int PASSWORD_BYTES = 15;

    @Inject
    private Users users;
    @Inject
    @ConfigProperty(name = "portal.admin.password")
    private Optional<String> configured;
    @Inject
    @ConfigProperty(name = "portal.home")
    private String home;

    void create(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) DatabaseReady ready) {
        if (!users.none()) {
            return;
        }
        String password = configured.orElseGet(FirstAdmin::generate);
        try {
            users.create(new NewUser(USERNAME, "Administrator", "admin@localhost.localdomain", "", Role.ADMIN, password));
        } catch (RuntimeException failure) {
            if (users.none()) {
                throw failure;
            }
            LOGGER.log(Level.INFO, "Another instance has created the first administrator.");
            return;
        }
        if (configured.isEmpty()) {
            leave(password);
        }
        LOGGER.log(Level.INFO, "The first administrator has been created. username={0}", USERNAME);
    }

    private static String generate() {
        byte[] random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    private void leave(String password) {
        Path file = Path.of(home, "initial-admin-password");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, password + "\n");
            LOGGER.log(Level.WARNING, "Initial administrator password written; sign in, change it, and delete the file. file={0}", file);
        } catch (IOException e) {
            throw new UncheckedIOException("The first administrator's password cannot be written into portal.home.", e);
        }
    }
}
