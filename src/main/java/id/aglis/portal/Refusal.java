package id.aglis.portal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The answer "no" to a caller who may have done nothing wrong: the closed set of reasons for which a use case refuses.
 * <p>
 * The message is a full sentence that names the thing concerned and may be shown to the person at the screen; it never carries internals.
 * The HTTP boundary answers each kind with a problem document (RFC 9457) of type {@code /problems/<problem>}. Being unchecked, a refusal
 * rolls the transaction back.
 */
public abstract sealed class Refusal extends RuntimeException {

    private final String problem;

    private Refusal(String problem, String sentence) {
        super(sentence);
        this.problem = problem;
    }

    /** The thing does not exist, or the caller may not know that it does. */
    public static NotFound notFound(String sentence) {
        return new NotFound(sentence);
    }

    /** The caller is known, and may not do this. */
    public static Forbidden forbidden(String sentence) {
        return new Forbidden(sentence);
    }

    /** One field has a value that cannot be accepted. */
    public static Invalid invalid(String field, String message) {
        return new Invalid(List.of(new Violation(field, message)));
    }

    /** Several fields have values that cannot be accepted. */
    public static Invalid invalid(List<Violation> violations) {
        return new Invalid(violations);
    }

    /** The request contradicts the present state; {@code problem} is the slug of the problem type, such as {@code illegal-transition}. */
    public static Conflict conflict(String problem, String sentence) {
        return new Conflict(problem, sentence, null);
    }

    /** The caller wrote on the basis of an older version; {@code newer} tells what he has not seen. */
    public static Conflict stale(String sentence, Newer newer) {
        return new Conflict("stale-version", sentence, newer);
    }

    /** The caller is not, or no longer, known. */
    public static Unauthenticated unauthenticated(String sentence) {
        return new Unauthenticated("unauthenticated", sentence);
    }

    /** As {@link #unauthenticated(String)}, with a problem slug of its own, such as {@code bad-credentials}. */
    public static Unauthenticated unauthenticated(String problem, String sentence) {
        return new Unauthenticated(problem, sentence);
    }

    /** Too many failures; try again after {@code until}. */
    public static Locked locked(String sentence, Instant until) {
        return new Locked(sentence, until);
    }

    /** The portal cannot do this at the moment; it is worth trying again after {@code retryAfter}. */
    public static Unavailable unavailable(String sentence, Duration retryAfter) {
        return new Unavailable(sentence, retryAfter);
    }

    /** The slug that closes the URI of the problem type, such as {@code not-found}. */
    public String problem() {
        return problem;
    }

    /** A field of the request, by its JSON name, and what is wrong with it. */
    public record Violation(String field, String message) {
    }

    /** A field, its value when the caller looked, and its value now. */
    public record Change(String field, Object from, Object to) {
    }

    /**
     * What the holder of an old version has missed.
     *
     * @param version   the present version, at least 0
     * @param current   the present state, as the view that reading it answers
     * @param changes   the fields changed since the caller's version, possibly empty when that is not recorded
     * @param changedBy full name of the last writer, empty when not recorded
     * @param changedAt time of the last write
     */
    public record Newer(long version, Object current, List<Change> changes, String changedBy, Instant changedAt) {

        public Newer {
            changes = List.copyOf(changes);
        }
    }

    public static final class NotFound extends Refusal {

        private NotFound(String sentence) {
            super("not-found", sentence);
        }
    }

    public static final class Forbidden extends Refusal {

        private Forbidden(String sentence) {
            super("forbidden", sentence);
        }
    }

    public static final class Invalid extends Refusal {

        private final transient List<Violation> violations;

        private Invalid(List<Violation> violations) {
            super("invalid", violations.stream().map(Violation::field).distinct()
                    .collect(Collectors.joining(", ", "These fields cannot be accepted: ", ".")));
            this.violations = List.copyOf(violations);
        }

        public List<Violation> violations() {
            return violations;
        }
    }

    public static final class Conflict extends Refusal {

        private final transient Newer newer;

        private Conflict(String problem, String sentence, Newer newer) {
            super(problem, sentence);
            this.newer = newer;
        }

        /** Present when the conflict is one of versions. */
        public Optional<Newer> newer() {
            return Optional.ofNullable(newer);
        }
    }

    public static final class Unauthenticated extends Refusal {

        private Unauthenticated(String problem, String sentence) {
            super(problem, sentence);
        }
    }

    public static final class Locked extends Refusal {

        private final Instant until;

        private Locked(String sentence, Instant until) {
            super("locked", sentence);
            this.until = until;
        }

        public Instant until() {
            return until;
        }
    }

    public static final class Unavailable extends Refusal {

        private final Duration retryAfter;

        private Unavailable(String sentence, Duration retryAfter) {
            super("unavailable", sentence);
            this.retryAfter = retryAfter;
        }

        public Duration retryAfter() {
            return retryAfter;
        }
    }
}
