package id.aglis.portal.socketio;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How many sockets there were.
 *
 * @param perInstance by instance, of those that answered
 * @param missing     instances that did not tell in time
 */
public record Counted(Map<String, Long> perInstance, Set<String> missing) {

    static Counted of(Answers answers) {
        return new Counted(answers.received().entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, told -> told.getValue().as(0, Long.class))), answers.silent());
    }

    /** Of all instances that answered. */
    public long total() {
        return perInstance.values().stream().mapToLong(Long::longValue).sum();
    }
}
