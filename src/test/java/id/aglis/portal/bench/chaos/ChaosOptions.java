package id.aglis.portal.bench.chaos;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/**
 * What the command line asks for.
 *
 * @param trials    faults that are measured one by one before the mix
 * @param warmUp    load before anything counts
 * @param mix       how long faults are drawn at random; zero for none
 * @param seed      of what is drawn
 * @param sockets   a tenth of them poll
 * @param perSecond broadcasts
 * @param home      an empty directory for the portal
 * @param out       where the result goes
 */
record ChaosOptions(List<Fault> trials, Duration warmUp, Duration mix, long seed, int instances, int sockets, double perSecond,
        int port, Path home, Path out) {

    static ChaosOptions of(String... arguments) {
        Parser parser = new Parser();
        Iterator<String> words = List.of(arguments).iterator();
        while (words.hasNext()) {
            parser.take(words.next(), words);
        }
        return parser.options();
    }

    private static final Duration MIX = Duration.ofMinutes(15);

    private static final class Parser {

        private final List<Fault> trials = new ArrayList<>();
        private Duration warmUp = Duration.ofSeconds(30);
        private Duration mix = MIX;
        private long seed = System.nanoTime() & 0xFFFFFF;
        private int instances = 3;
        private int sockets = 3_000;
        private double perSecond = 200;
        private int port;
        private Path home;
        private Path out;

        void take(String word, Iterator<String> words) {
            switch (word) {
                case "--quick" -> mix = Duration.ZERO;
                case "--warm-up" -> warmUp = Duration.ofSeconds(Long.parseLong(value(word, words)));
                case "--minutes" -> mix = Duration.ofMinutes(Long.parseLong(value(word, words)));
                case "--seed" -> seed = Long.parseLong(value(word, words));
                case "--instances" -> instances = Integer.parseInt(value(word, words));
                case "--sockets" -> sockets = Integer.parseInt(value(word, words));
                case "--rate" -> perSecond = Double.parseDouble(value(word, words));
                case "--port" -> port = Integer.parseInt(value(word, words));
                case "--home" -> home = Path.of(value(word, words));
                case "--out" -> out = Path.of(value(word, words));
                default -> trials.add(fault(word));
            }
        }

        private static String value(String option, Iterator<String> words) {
            if (!words.hasNext()) {
                throw new IllegalArgumentException(option + " needs a value.");
            }
            return words.next();
        }

        private static Fault fault(String name) {
            return Arrays.stream(Fault.values()).filter(fault -> fault.label().equals(name)).findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(name + " is neither an option nor a fault; "
                            + "the faults are kill, kills, freeze, restart, scale and resize."));
        }

        ChaosOptions options() {
            return new ChaosOptions(trials.isEmpty() ? trials() : trials, warmUp, mix, seed, instances, sockets, perSecond,
                    port, home, out);
        }

        private List<Fault> trials() {
            return mix.isZero() ? List.of(Fault.KILL, Fault.RESTART) : List.of(Fault.KILL, Fault.RESTART, Fault.RESIZE);
        }
    }
}
