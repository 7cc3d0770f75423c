package id.aglis.portal.identity;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.util.Map;

/** Turns passwords into hashes that are slow to guess, and compares. */
@ApplicationScoped
public class Passwords {

    /** About 0.15 s of one core per password: bearable at login, ruinous for guessing. */
    private static final String ITERATIONS = "210000";

    @Inject
    private Pbkdf2PasswordHash hash;
    private String nobodys;

    @PostConstruct
    void prepare() {
        hash.initialize(Map.of(
                "Pbkdf2PasswordHash.Algorithm", "PBKDF2WithHmacSHA512",
                "Pbkdf2PasswordHash.Iterations", ITERATIONS,
                "Pbkdf2PasswordHash.SaltSizeBytes", "32",
                "Pbkdf2PasswordHash.KeySizeBytes", "64"));
        nobodys = hash("nobody has this password");
    }

    public String hash(String password) {
        return hash.generate(password.toCharArray());
    }

    public boolean matches(String password, String hashed) {
        return hash.verify(password.toCharArray(), hashed);
    }

    /** Takes as long as {@link #matches}, so that the time of an answer does not tell whether a user name exists. */
    public void matchNobody(String password) {
        matches(password, nobodys);
    }
}
