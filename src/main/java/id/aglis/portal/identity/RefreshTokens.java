package id.aglis.portal.identity;

import id.aglis.portal.PortalSecret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Refresh tokens: session, generation, and a signature over both. Since the present one can be computed, nothing that could be stolen is
 * stored, and a browser that missed the answer can be given it again.
 */
@ApplicationScoped
public class RefreshTokens {

    private static final String ALGORITHM = "HmacSHA256";

    private byte[] key;

    protected RefreshTokens() {
    }

    @Inject
    public RefreshTokens(PortalSecret secret) {
        this(secret.keyFor("refresh tokens"));
    }

    RefreshTokens(byte[] key) {
        this.key = key;
    }

    String issue(String sessionId, int generation) {
        String content = sessionId + "." + generation;
        return content + "." + signature(content);
    }

    /** What a genuine token says, whether or not it is still good; empty for anything else. */
    Optional<Claims> verify(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 3 || !parts[1].matches("[0-9]{1,9}")) {
            return Optional.empty();
        }
        byte[] expected = signature(parts[0] + "." + parts[1]).getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(expected, parts[2].getBytes(StandardCharsets.UTF_8))
                ? Optional.of(new Claims(parts[0], Integer.parseInt(parts[1])))
                : Optional.empty();
    }

    private String signature(String content) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(content.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM + ".", e);
        }
    }

    record Claims(String sessionId, int generation) {
    }
}
