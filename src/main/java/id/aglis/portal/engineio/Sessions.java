package id.aglis.portal.engineio;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The sessions of this instance by id, and how many come from each {@link AddressGroup}. */
final class Sessions {

    /** How long a poll may lag behind the POST that closed its session. */
    private static final long FAREWELL = 500;

    private final TimerWheel wheel;
    private final ConcurrentMap<String, Session> byId = new ConcurrentHashMap<>();
    private final ConcurrentMap<AddressGroup, Integer> perAddress = new ConcurrentHashMap<>();
    private final Set<String> farewells = ConcurrentHashMap.newKeySet();

    Sessions(TimerWheel wheel) {
        this.wheel = wheel;
    }

    void add(Session session) {
        byId.put(session.id(), session);
        perAddress.merge(AddressGroup.of(session.request().address()), 1, Integer::sum);
    }

    Optional<Session> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    void remove(Session session) {
        if (byId.remove(session.id()) != null) {
            perAddress.computeIfPresent(AddressGroup.of(session.request().address()), (address, count) -> count > 1 ? count - 1 : null);
        }
    }

    int count() {
        return byId.size();
    }

    int count(String address) {
        return perAddress.getOrDefault(AddressGroup.of(address), 0);
    }

    Collection<Session> all() {
        return List.copyOf(byId.values());
    }

    /** The client closed its session by a POST while its poll may still be on the way. */
    void expectFarewell(String id) {
        farewells.add(id);
        wheel.after(FAREWELL, () -> farewells.remove(id));
    }

    /** Answers a poll for a session that is gone: the one that was on the way is released, any later one refused. */
    void refuse(String id, Link poll) {
        if (farewells.remove(id)) {
            poll.write(Batch.of(Message.NOOP), () -> { });
        } else {
            poll.end(LinkEnd.UNKNOWN_SESSION);
        }
    }
}
