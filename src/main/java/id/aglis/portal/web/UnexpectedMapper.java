package id.aglis.portal.web;

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
import java.util.Optional;
import java.util.UUID;

/**
 * Everything else. Containers wrap what they pass on, so the cause that is meant is looked for first; what remains is our bug, and becomes a
 * number that the person can tell and the log can find, without any internals.
 */
@Provider
public class UnexpectedMapper implements ExceptionMapper<Throwable> {

    private static final Logger LOGGER = System.getLogger(UnexpectedMapper.class.getName());

    @Override
    public Response toResponse(Throwable failure) {
        return Refusals.causes(failure).map(UnexpectedMapper::response).flatMap(Optional::stream).findFirst()
                .orElseGet(() -> unexpected(failure));
    }

    private static Optional<Response> response(Throwable cause) {
        if (cause instanceof ConstraintViolationException violated) {
            return Optional.of(new ConstraintMapper().toResponse(violated));
        } else if (cause instanceof OptimisticLockException) {
            return Optional.of(overtaken());
        } else if (cause instanceof JsonbException || cause instanceof JsonException || cause instanceof ProcessingException) {
            return Optional.of(malformed());
        }
        return Refusals.of(cause).map(new RefusalMapper()::toResponse);
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
