package id.aglis.portal.fuzz;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;

/**
 * An endless series of input that is nearly right: good examples with a few mutations, and now and then pure chance. The same seed makes
 * the same series; {@code -Dfuzz.seed=N} repeats the one that a failed run has printed.
 */
public final class Fuzz {

    private static final long SEED = Long.getLong("fuzz.seed", System.nanoTime());
    private static final int MOST_MUTATIONS = 4;
    private static final int LONGEST_CHANCE = 40;
    private static final int LONGEST_REPEAT = 300;
    /** What has a meaning somewhere in these protocols, and what has driven parsers mad before. */
    private static final List<String> TOKENS = List.of("\u001e", "b", "0", "1", "2", "3", "4", "5", "6", "7", "-", "/", ",", "[", "]", "{", "}",
            "\"", "\\", "\\u", "\\ud83d", ":", "null", "true", "{\"_placeholder\":true,\"num\":0}", "{\"_placeholder\":true,\"num\":-1}",
            "{\"_placeholder\":true,\"num\":1e9}", "\"__proto__\"", "999999999999999", "9223372036854775808", "-0", "1e999999999",
            "1e-999999999", "0.1", "[[[[[[[[", "{\"a\":", "\u0000", "\u0664", "\ud800", "\udc00", "\ud83d\ude00", "\ufeff", "\uffff", "=", "==",
            "%00", "&", "probe", "\r\n");

    private final Random random;
    private final String name;

    private Fuzz(String name) {
        this.name = name;
        this.random = new Random(SEED ^ name.hashCode());
    }

    /** A series of its own for everyone who asks by a name of his own. */
    public static Fuzz of(String name) {
        System.out.println("fuzz " + name + ": -Dfuzz.seed=" + SEED);
        return new Fuzz(name);
    }

    /** What to say about an input that did harm. */
    public String blame(Object input) {
        String shown = input instanceof byte[] bytes ? Arrays.toString(bytes) : input.toString();
        return "-Dfuzz.seed=" + SEED + " " + name + ": " + shown.codePoints().limit(2_000).collect(StringBuilder::new,
                (text, point) -> text.append(point < ' ' || point > '~' ? "\\u%04x".formatted(point) : Character.toString(point)),
                StringBuilder::append);
    }

    /** What a reader makes of an input; empty when it refuses that in words. Fails when anything else comes of it. */
    public <T, R> Optional<R> attempt(T input, Function<T, R> reader) {
        try {
            return Optional.of(reader.apply(input));
        } catch (IllegalArgumentException refused) {
            assertTrue(refused.getMessage() != null, () -> blame(input));
            return Optional.empty();
        } catch (RuntimeException | Error e) {
            return fail(blame(input), e);
        }
    }

    public int below(int bound) {
        return random.nextInt(bound);
    }

    /** True once in so many times. */
    public boolean oneIn(int times) {
        return random.nextInt(times) == 0;
    }

    public <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** A mutation of one of the examples, or chance. */
    public String text(List<String> examples) {
        if (oneIn(10)) {
            return chance();
        }
        StringBuilder text = new StringBuilder(any(examples));
        for (int i = random.nextInt(MOST_MUTATIONS + 1); i > 0; i--) {
            mutate(text, examples);
        }
        return text.toString();
    }

    private String chance() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(LONGEST_CHANCE); i > 0; i--) {
            text.append(oneIn(3) ? any(TOKENS) : String.valueOf((char) random.nextInt(oneIn(4) ? 0x10000 : 0x80)));
        }
        return text.toString();
    }

    private void mutate(StringBuilder text, List<String> examples) {
        int from = random.nextInt(text.length() + 1);
        int to = Math.min(text.length(), from + random.nextInt(oneIn(4) ? text.length() + 1 : 4));
        switch (random.nextInt(8)) {
            case 0 -> text.delete(from, to);
            case 1 -> text.insert(from, any(TOKENS));
            case 2 -> text.replace(from, to, any(TOKENS));
            case 3 -> text.insert(from, text.substring(from, to));
            case 4 -> text.replace(from, text.length(), any(examples));
            case 5 -> text.insert(from, any(TOKENS).repeat(random.nextInt(LONGEST_REPEAT)));
            case 6 -> text.replace(from, Math.min(text.length(), from + 1), String.valueOf((char) random.nextInt(0x80)));
            default -> text.setLength(from);
        }
    }

    /** A mutation of one of the examples, or chance. */
    public byte[] bytes(List<byte[]> examples) {
        byte[] bytes = oneIn(10) ? new byte[random.nextInt(LONGEST_CHANCE)] : any(examples).clone();
        if (oneIn(10)) {
            random.nextBytes(bytes);
        }
        for (int i = random.nextInt(MOST_MUTATIONS + 1); i > 0 && bytes.length > 0; i--) {
            bytes = mutated(bytes);
        }
        return bytes;
    }

    private byte[] mutated(byte[] bytes) {
        int at = random.nextInt(bytes.length);
        switch (random.nextInt(5)) {
            case 0 -> bytes[at] = (byte) random.nextInt();
            case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
            case 2 -> Arrays.fill(bytes, at, Math.min(bytes.length, at + 4), (byte) (oneIn(2) ? 0xff : 0x7f));
            case 3 -> {
                return Arrays.copyOf(bytes, at);
            }
            default -> {
                return Arrays.copyOf(bytes, bytes.length + random.nextInt(8));
            }
        }
        return bytes;
    }
}
