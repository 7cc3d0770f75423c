package id.aglis.portal.engineio;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A request as the client sees it: with its own address, scheme and host, which a trusted proxy tells us. */
final class ClientView {

    /** What is a secret, or differs from client to client. */
    private static final Set<String> OWN = Set.of("authorization", "cookie", "sec-websocket-key", "x-forwarded-for");

    private final RequestHead request;
    private final Origins origins;

    ClientView(RequestHead request, Origins origins) {
        this.request = request;
        this.origins = origins;
    }

    /** The last address in the chain that no trusted proxy has: what stands before it the client may have made up. */
    String address() {
        String address = request.peer();
        if (!isProxied()) {
            return address;
        }
        String[] hops = String.join(",", request.headers("X-Forwarded-For")).split(",");
        for (int i = hops.length - 1; i >= 0 && origins.trusts(address); i--) {
            address = hops[i].isBlank() ? address : hops[i].trim();
        }
        return address;
    }

    boolean isSecure() {
        return forwarded("X-Forwarded-Proto").map("https"::equalsIgnoreCase).orElseGet(request::isSecure);
    }

    /** Whether the request's origin, if it has one, may talk to us. */
    boolean isOriginAllowed() {
        Optional<String> origin = request.header("Origin");
        return origin.isEmpty() || origins.allowsAny() || origin.flatMap(Origin::of).filter(this::isAllowed).isPresent();
    }

    HandshakeRequest handshake(InstantSource clock) {
        return new HandshakeRequest(address(), headers(), query(), clock.instant(), isSecure());
    }

    private boolean isAllowed(Origin origin) {
        return origins.names(origin) || own().filter(origin::equals).isPresent();
    }

    /** Our own origin, as the client addressed us. */
    private Optional<Origin> own() {
        return forwarded("X-Forwarded-Host").or(() -> request.header("Host"))
                .flatMap(host -> Origin.of((isSecure() ? "https://" : "http://") + host));
    }

    private Optional<String> forwarded(String header) {
        return isProxied() ? request.header(header).map(value -> value.split(",")[0].trim()) : Optional.empty();
    }

    private boolean isProxied() {
        return origins.trusts(request.peer());
    }

    /** Kept as long as the session lives, hence one string for all clients that send the same. */
    private Map<String, List<String>> headers() {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        request.headers().forEach((sent, values) -> {
            String name = sent.toLowerCase(Locale.ROOT).intern();
            headers.put(name, OWN.contains(name) ? List.copyOf(values) : values.stream().map(String::intern).toList());
        });
        return Map.copyOf(headers);
    }

    private Map<String, List<String>> query() {
        Map<String, List<String>> query = new LinkedHashMap<>();
        request.parameters().forEach((name, values) -> query.put(name.intern(), List.copyOf(values)));
        return Map.copyOf(query);
    }
}
