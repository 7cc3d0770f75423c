package id.aglis.portal.web;

import id.aglis.portal.Refusal;
import jakarta.json.JsonException;
import jakarta.json.bind.JsonbException;
import jakarta.persistence.OptimisticLockException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.UUID;

/**
 * Everything else. Containers wrap what they pass on, so the cause that is meant is looked for first; what remains is our bug, and becomes a
 * number that the person can tell and the log can find, without any internals.
 */
@Provider
public class UnexpectedMapper implements ExceptionMapper<Throwable> {

    private static final Logger LOGGER = System.getLogger(UnexpectedMapper.class.getName());
    /** Deeper nesting is a cycle. */
    private static final int MAX_CAUSES = 20;

    @Override
    public Response toResponse(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < MAX_CAUSES; depth++) {
            if (cause instanceof Refusal refusal) {
                return new RefusalMapper().toResponse(refusal);
            } else if (cause instanceof ConstraintViolationException violated) {
                return new ConstraintMapper().toResponse(violated);
            } else if (cause instanceof OptimisticLockException) {
                return overtaken();
            } else if (cause instanceof JsonbException || cause instanceof JsonException || cause instanceof ProcessingException) {
                return malformed();
            } else if (DatabaseAway.isMeantBy(cause)) {
                LOGGER.log(Level.WARNING, "A request was not served by the database. cause={0}", cause.getClass().getName());
                return new RefusalMapper().toResponse(DatabaseAway.refusal());
            }
            cause = cause.getCause();
        }
        return unexpected(failure);
    }

    private static Response overtaken() {
        return new Problem(409, "stale-version", "Conflict", "Somebody else changed this at the same moment. Please look at it again.")
                .response().build();
    }

    private static Response malformed() {
        return new Problem(400, "malformed", "Malformed request", "The body is not the JSON that this address takes.").response().build();
    }

    private static Response unexpected(Throwable failure) {
        String problemId = UUID.randomUUID().toString();
        LOGGER.log(Level.ERROR, "A request failed unexpectedly. problemId=" + problemId, failure);
        return new Problem(500, "unexpected", "Unexpected problem", "Something went wrong on our side. It has been noted as " + problemId + ".")
                .with("problemId", problemId).response().build();
    }
}
