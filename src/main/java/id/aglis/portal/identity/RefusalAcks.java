package id.aglis.portal.identity;

import id.aglis.portal.Refusal;
import id.aglis.portal.socketio.EventHandler;
import id.aglis.portal.web.Refusals;
import java.util.Map;

/**
 * The one translation of refusals into acknowledgements: {@code {ok: false, message}}, with {@code retryAfter} (seconds) when the same may
 * be granted later.
 */
final class RefusalAcks {

    private RefusalAcks() {
    }

    /** The handler, but when it refuses, or the database is away, that is the answer; all else that goes wrong is passed on. */
    static EventHandler around(EventHandler handler) {
        return (arguments, ack) -> {
            try {
                handler.handle(arguments, ack);
            } catch (RuntimeException failure) {
                ack.send(answer(Refusals.behind(failure).orElseThrow(() -> failure)));
            }
        };
    }

    private static Map<String, Object> answer(Refusal refusal) {
        return refusal instanceof Refusal.Unavailable unavailable
                ? Map.of("ok", false, "message", refusal.getMessage(), "retryAfter", unavailable.retryAfter().toSeconds())
                : Map.of("ok", false, "message", refusal.getMessage());
    }
}
