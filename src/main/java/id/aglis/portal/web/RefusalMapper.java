package id.aglis.portal.web;

import id.aglis.portal.Refusal;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.time.Duration;
import java.time.Instant;

/** The one translation of refusals into HTTP. */
@Provider
public class RefusalMapper implements ExceptionMapper<Refusal> {

    @Override
    public Response toResponse(Refusal refusal) {
        if (refusal instanceof Refusal.NotFound) {
            return problem(404, "Not found", refusal).response().build();
        } else if (refusal instanceof Refusal.Forbidden) {
            return problem(403, "Not permitted", refusal).response().build();
        } else if (refusal instanceof Refusal.Invalid invalid) {
            return problem(400, "Invalid request", refusal).with("errors", invalid.violations()).response().build();
        } else if (refusal instanceof Refusal.Conflict conflict) {
            return conflict(conflict);
        } else if (refusal instanceof Refusal.Unauthenticated) {
            return problem(401, "Not signed in", refusal).response().header(HttpHeaders.WWW_AUTHENTICATE, "Bearer").build();
        } else if (refusal instanceof Refusal.Locked locked) {
            return later(423, "Locked", refusal, Duration.between(Instant.now(), locked.until()));
        } else if (refusal instanceof Refusal.Unavailable unavailable) {
            return later(503, "Unavailable", refusal, unavailable.retryAfter());
        }
        throw new IllegalStateException("The set of refusals is closed, but this is none of them.", refusal);
    }

    private static Response conflict(Refusal.Conflict conflict) {
        Problem problem = problem(409, "Conflict", conflict);
        conflict.newer().ifPresent(newer -> problem
                .with("currentVersion", newer.version())
                .with("current", newer.current())
                .with("changes", newer.changes())
                .with("changedBy", newer.changedBy())
                .with("changedAt", newer.changedAt()));
        return problem.response().build();
    }

    private static Response later(int status, String title, Refusal refusal, Duration wait) {
        long seconds = Math.max(1, wait.toSeconds());
        return problem(status, title, refusal).with("retryAfter", seconds).response().header(HttpHeaders.RETRY_AFTER, seconds).build();
    }

    private static Problem problem(int status, String title, Refusal refusal) {
        return new Problem(status, refusal.problem(), title, refusal.getMessage());
    }
}
