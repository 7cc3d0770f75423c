package id.aglis.portal.socketio;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A socket on any instance, as it was at its place in the order of broadcasts. Whatever is for it goes to the room of its id:
 * {@code namespace.to(remote.id()).join("lobby")}.
 *
 * <p>What it sent with its handshake stays where it is connected: there are secrets among headers and auth.
 *
 * @param instance where it is connected
 * @param rooms    those it has joined
 * @param address  of its client, as in {@link Handshake}
 * @param secure   whether its client spoke TLS
 * @param time     when its client connected
 * @param data     of {@link Socket#data} the values that an argument of a client could be: those of application classes are left out
 */
public record RemoteSocket(String id, String instance, Set<String> rooms, String address, boolean secure, Instant time,
        Map<String, Object> data) {

    static RemoteSocket of(Socket socket, String instance) {
        Handshake handshake = socket.handshake();
        return new RemoteSocket(socket.id(), instance, socket.rooms(), handshake.address(), handshake.secure(), handshake.time(),
                plain(socket.data()));
    }

    /** Reads what {@link #toPayload} wrote, here or in another version of the application. */
    static RemoteSocket of(String id, Arguments arguments) {
        Map<String, Object> fields = arguments.object(0);
        return new RemoteSocket(id, text(fields, "instance"), texts(fields.get("rooms")), text(fields, "address"),
                Boolean.TRUE.equals(fields.get("secure")), time(fields.get("time")), fields(fields.get("data")));
    }

    Payload toPayload() {
        return Payload.of(List.of(Map.of("instance", instance, "rooms", rooms, "address", address, "secure", secure,
                "time", time.toEpochMilli(), "data", data)));
    }

    private static Map<String, Object> plain(Map<String, Object> all) {
        Map<String, Object> plain = new LinkedHashMap<>();
        all.forEach((name, value) -> {
            if (isPlain(value)) {
                plain.put(name, value);
            }
        });
        return plain;
    }

    private static boolean isPlain(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().allMatch(RemoteSocket::isPlain);
        }
        if (value instanceof Map<?, ?> map) {
            return map.values().stream().allMatch(RemoteSocket::isPlain);
        }
        return value == null || value instanceof String || value instanceof Number || value instanceof Boolean || value instanceof byte[];
    }

    private static String text(Map<String, Object> fields, String name) {
        return fields.get(name) instanceof String text ? text : "";
    }

    private static Set<String> texts(Object list) {
        return Stream.ofNullable(list).filter(List.class::isInstance).flatMap(present -> ((List<?>) present).stream())
                .map(Object::toString).collect(Collectors.toUnmodifiableSet());
    }

    private static Instant time(Object milliseconds) {
        return milliseconds instanceof Number number ? Instant.ofEpochMilli(number.longValue()) : Instant.EPOCH;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> fields(Object value) {
        return value instanceof Map<?, ?> ? (Map<String, Object>) value : Map.of();
    }
}
