package id.aglis.portal.engineio;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The key that signs session ids. It never shows in a log. */
public final class Secret {

    private static final String ALGORITHM = "HmacSHA256";

    private final ThreadLocal<Mac> macs;

    private Secret(byte[] key) {
        SecretKeySpec spec = new SecretKeySpec(key, ALGORITHM);
        this.macs = ThreadLocal.withInitial(() -> mac(spec));
    }

    public static Secret of(String text) {
        return new Secret(("engine.io sid " + text).getBytes(StandardCharsets.UTF_8));
    }

    public static Secret random() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return new Secret(key);
    }

    byte[] sign(byte[] content, int length) {
        Mac mac = macs.get();
        mac.update(content, 0, length);
        return mac.doFinal();
    }

    private static Mac mac(SecretKeySpec spec) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(spec);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM + ".", e);
        }
    }
}
