package id.aglis.portal.engineio;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * Identity of a session: which instance owns it, 128 random bits, and a short signature, so that a forged id is refused without asking
 * anybody. The first four characters of its text form are the owner's tag; a proxy may route by them.
 */
final class SessionId {

    private static final int TAG = 3;
    private static final int RANDOM = 16;
    private static final int SIGNATURE = 5;
    private static final int SIGNED = TAG + RANDOM;
    private static final int LENGTH = SIGNED + SIGNATURE;
    private static final int TEXT_LENGTH = LENGTH * 4 / 3;
    private static final SecureRandom RANDOMNESS = new SecureRandom();

    private final String text;

    private SessionId(String text) {
        this.text = text;
    }

    static SessionId create(String owner, Secret secret) {
        byte[] bytes = new byte[LENGTH];
        byte[] random = new byte[RANDOM];
        RANDOMNESS.nextBytes(random);
        System.arraycopy(Base64.getUrlDecoder().decode(owner), 0, bytes, 0, TAG);
        System.arraycopy(random, 0, bytes, TAG, RANDOM);
        System.arraycopy(secret.sign(bytes, SIGNED), 0, bytes, SIGNED, SIGNATURE);
        return new SessionId(Base64.getUrlEncoder().encodeToString(bytes));
    }

    /** The id of that text, if some instance with this secret has made it. */
    static Optional<SessionId> parse(String text, Secret secret) {
        if (text.length() != TEXT_LENGTH) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text);
            return bytes.length == LENGTH && isSigned(bytes, secret) ? Optional.of(new SessionId(text)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean isSigned(byte[] bytes, Secret secret) {
        return Arrays.equals(bytes, SIGNED, LENGTH, secret.sign(bytes, SIGNED), 0, SIGNATURE);
    }

    /** The tag of an instance: four characters of base64url. */
    static String tag(String instance) {
        CRC32 sum = new CRC32();
        sum.update(instance.getBytes(StandardCharsets.UTF_8));
        int value = (int) sum.getValue();
        return Base64.getUrlEncoder().encodeToString(new byte[] {(byte) (value >> 16), (byte) (value >> 8), (byte) value});
    }

    String owner() {
        return text.substring(0, TAG * 4 / 3);
    }

    @Override
    public String toString() {
        return text;
    }
}
