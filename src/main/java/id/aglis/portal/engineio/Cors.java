package id.aglis.portal.engineio;

import java.util.Optional;
import java.util.function.BiConsumer;

/** Tells browsers which pages of other origins may read our answers. */
final class Cors {

    private static final String PREFLIGHT_SECONDS = "600";

    private final Origins origins;

    Cors(Origins origins) {
        this.origins = origins;
    }

    /** @param headers where name and value of each header of the answer go */
    void permit(RequestHead request, BiConsumer<String, String> headers) {
        if (origins.allowsAny()) {
            headers.accept("Access-Control-Allow-Origin", "*");
            return;
        }
        headers.accept("Vary", "Origin");
        Optional<String> named = request.header("Origin").filter(origin -> Origin.of(origin).filter(origins::names).isPresent());
        named.ifPresent(origin -> {
            headers.accept("Access-Control-Allow-Origin", origin);
            headers.accept("Access-Control-Allow-Credentials", "true");
        });
    }

    void preflight(RequestHead request, BiConsumer<String, String> headers) {
        permit(request, headers);
        headers.accept("Access-Control-Allow-Methods", "GET,POST");
        headers.accept("Access-Control-Max-Age", PREFLIGHT_SECONDS);
        request.header("Access-Control-Request-Headers").ifPresent(asked -> {
            headers.accept("Access-Control-Allow-Headers", asked);
            headers.accept("Vary", "Access-Control-Request-Headers");
        });
    }
}
