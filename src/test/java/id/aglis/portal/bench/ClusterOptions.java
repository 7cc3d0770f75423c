package id.aglis.portal.bench;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/**
 * What the command line asks for.
 *
 * @param out where results and logs go
 */
record ClusterOptions(Set<ClusterScenario> scenarios, Set<ClusterContender> contenders, Extent extent, int runs, Path out) {

    static ClusterOptions of(String... arguments) {
        Set<ClusterScenario> scenarios = EnumSet.noneOf(ClusterScenario.class);
        Set<ClusterContender> contenders = EnumSet.noneOf(ClusterContender.class);
        ClusterOptions options = new ClusterOptions(scenarios, contenders, Extent.FULL, 1, Path.of("var", "bench"));
        Iterator<String> words = List.of(arguments).iterator();
        while (words.hasNext()) {
            options = options.with(words.next(), words);
        }
        return new ClusterOptions(scenarios.isEmpty() ? EnumSet.allOf(ClusterScenario.class) : scenarios,
                contenders.isEmpty() ? EnumSet.allOf(ClusterContender.class) : contenders, options.extent, options.runs, options.out);
    }

    private ClusterOptions with(String word, Iterator<String> words) {
        return switch (word) {
            case "--quick" -> new ClusterOptions(scenarios, contenders, Extent.QUICK, runs, out);
            case "--runs" -> new ClusterOptions(scenarios, contenders, extent, Integer.parseInt(value(word, words)), out);
            case "--out" -> new ClusterOptions(scenarios, contenders, extent, runs, Path.of(value(word, words)));
            case "--only" -> {
                contenders.add(contender(value(word, words)));
                yield this;
            }
            default -> {
                scenarios.add(scenario(word));
                yield this;
            }
        };
    }

    private static String value(String option, Iterator<String> words) {
        if (!words.hasNext()) {
            throw new IllegalArgumentException(option + " needs a value.");
        }
        return words.next();
    }

    private static ClusterContender contender(String name) {
        return ClusterContender.named(name).orElseThrow(() -> new IllegalArgumentException(name + " is none of the clusters ours and redis."));
    }

    private static ClusterScenario scenario(String name) {
        return ClusterScenario.named(name).orElseThrow(() -> new IllegalArgumentException(name + " is neither an option nor a scenario of a "
                + "cluster; the scenarios are latency, throughput, fanout and fleet."));
    }
}
