package id.aglis.portal;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The one secret of an installation, and the keys made from it. It comes from {@code portal.secret}, or is generated once into
 * {@code portal.home} for all instances that share that directory. Every purpose gets a key of its own, so that what is signed for one is
 * worth nothing for another.
 */
@ApplicationScoped
public class PortalSecret {

    private static final String ALGORITHM = "HmacSHA256";
    /** Below this, the key would be easier to guess than a token is to forge. */
    private static final int MIN_LENGTH = 32;

    @Inject
    @ConfigProperty(name = "portal.secret")
    private Optional<String> configured;
    @Inject
    @ConfigProperty(name = "portal.home")
    private String home;
    private byte[] secret;

    @PostConstruct
    void read() {
        String text = configured.orElseGet(this::kept);
        if (text.length() < MIN_LENGTH) {
            throw new IllegalStateException("portal.secret needs at least " + MIN_LENGTH + " characters.");
        }
        secret = text.getBytes(StandardCharsets.UTF_8);
    }

    /** A key of 256 bits, the same on every instance that has the same secret. */
    public byte[] keyFor(String purpose) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            return mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM + ".", e);
        }
    }

    private String kept() {
        Path file = Path.of(home, "secret");
        try {
            if (Files.notExists(file)) {
                generate(file);
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("The signing key in portal.home can be neither read nor written.", e);
        }
    }

    /** Written aside and then linked, so that instances starting together never read half a key, nor two. */
    private static void generate(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path draft = Files.createTempFile(file.toAbsolutePath().getParent(), "secret", "",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        byte[] random = new byte[48];
        new SecureRandom().nextBytes(random);
        Files.writeString(draft, Base64.getUrlEncoder().withoutPadding().encodeToString(random));
        try {
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException anotherInstanceWasFaster) {
            // its key is the key
        } finally {
            Files.delete(draft);
        }
    }
}
