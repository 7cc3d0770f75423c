package id.aglis.portal.bench;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the command line asks for.
 *
 * @param running a server that runs already and is measured instead of the contenders
 * @param out where results and logs go
 */
record Options(Set<Scenario> scenarios, Set<Contender> contenders, Extent extent, int runs, Optional<Target> running, Path out) {

    static Options of(String... arguments) {
        Parser parser = new Parser();
        Iterator<String> words = List.of(arguments).iterator();
        while (words.hasNext()) {
            parser.take(words.next(), words);
        }
        return parser.options();
    }

    private static final class Parser {

        private final Set<Scenario> scenarios = EnumSet.noneOf(Scenario.class);
        private final List<Contender> contenders = new ArrayList<>();
        private Extent extent = Extent.FULL;
        private int runs = 1;
        private URI at;
        private Optional<Long> pid = Optional.empty();
        private Path out = Path.of("var", "bench");

        void take(String word, Iterator<String> words) {
            switch (word) {
                case "--quick" -> extent = Extent.QUICK;
                case "--only" -> contenders.add(contender(value(word, words)));
                case "--runs" -> runs = Integer.parseInt(value(word, words));
                case "--at" -> at = URI.create(value(word, words));
                case "--pid" -> pid = Optional.of(Long.valueOf(value(word, words)));
                case "--out" -> out = Path.of(value(word, words));
                default -> scenarios.add(scenario(word));
            }
        }

        private static String value(String option, Iterator<String> words) {
            if (!words.hasNext()) {
                throw new IllegalArgumentException(option + " needs a value.");
            }
            return words.next();
        }

        private static Contender contender(String name) {
            return Contender.named(name).orElseThrow(() -> new IllegalArgumentException(name + " is none of the servers ours, node and netty."));
        }

        private static Scenario scenario(String name) {
            return Scenario.named(name).orElseThrow(() -> new IllegalArgumentException(name + " is neither an option nor a scenario; "
                    + "the scenarios are fanout, latency, crowd, idle, connect, ack and polling."));
        }

        Options options() {
            return new Options(scenarios.isEmpty() ? EnumSet.allOf(Scenario.class) : scenarios,
                    contenders.isEmpty() ? EnumSet.allOf(Contender.class) : EnumSet.copyOf(contenders), extent, runs,
                    Optional.ofNullable(at).map(this::running), out);
        }

        private Target running(URI uri) {
            return Target.at(uri, pid.orElseThrow(() -> new IllegalArgumentException("--at needs --pid, the process of that server.")));
        }
    }
}
