package id.aglis.portal.socketio;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which sockets of a namespace.
 *
 * @param rooms  those in any of these; empty for all
 * @param except but not those in any of these
 */
record Selection(Set<String> rooms, Set<String> except) {

    static final Selection ALL = new Selection(Set.of(), Set.of());

    Selection to(String... more) {
        return new Selection(with(rooms, more), except);
    }

    Selection except(String... more) {
        return new Selection(rooms, with(except, more));
    }

    private static Set<String> with(Set<String> some, String... more) {
        Set<String> all = new HashSet<>(some);
        all.addAll(List.of(more));
        return Set.copyOf(all);
    }
}
