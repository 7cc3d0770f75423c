package id.aglis.portal.socketio;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * The namespaces that are open on this instance. One that was opened on demand is closed when its last guest has gone: clients choose
 * those names, and could otherwise fill the memory with them.
 */
final class Namespaces {

    private final Publisher publisher;
    private final ConcurrentMap<String, Namespace> open = new ConcurrentHashMap<>();
    private final List<Rule> rules = new ArrayList<>();
    /** Of those opened on demand: how many are in, or on their way in. */
    private final Map<Namespace, Integer> guests = new HashMap<>();

    Namespaces(Publisher publisher) {
        this.publisher = publisher;
    }

    /** The namespace of that name, which from now on stays open. */
    synchronized Namespace keep(String name) {
        Namespace kept = open.computeIfAbsent(name, key -> new Namespace(key, publisher));
        guests.remove(kept);
        return kept;
    }

    synchronized void onDemand(Predicate<String> matches, Consumer<Namespace> setUp) {
        rules.add(new Rule(matches, setUp));
    }

    Optional<Namespace> find(String name) {
        return Optional.ofNullable(open.get(name));
    }

    /** Lets one in, opening the namespace if there is a rule for it; everybody who entered {@link #leave leaves} once. */
    synchronized Optional<Namespace> enter(String name) {
        Optional<Namespace> entered = find(name).or(() -> openOnDemand(name));
        entered.ifPresent(namespace -> guests.computeIfPresent(namespace, (key, count) -> count + 1));
        return entered;
    }

    synchronized void leave(Namespace namespace) {
        Integer left = guests.computeIfPresent(namespace, (key, count) -> count - 1);
        if (left != null && left == 0) {
            guests.remove(namespace);
            open.remove(namespace.name(), namespace);
        }
    }

    /**
     * Makes all clients come back; none of them hears anything more before.
     *
     * @return the number of sockets concerned
     */
    int cutOff() {
        List<Socket> sockets = open.values().stream().flatMap(namespace -> namespace.sockets().stream()).toList();
        sockets.forEach(Socket::cutOff);
        return sockets.size();
    }

    private Optional<Namespace> openOnDemand(String name) {
        return rules.stream().filter(rule -> rule.matches.test(name)).findFirst().map(rule -> {
            Namespace opened = new Namespace(name, publisher);
            rule.setUp.accept(opened);
            open.put(name, opened);
            guests.put(opened, 0);
            return opened;
        });
    }

    private record Rule(Predicate<String> matches, Consumer<Namespace> setUp) {
    }
}
