package id.aglis.portal.web;

import id.aglis.portal.Refusal;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds what a failure means to the caller: containers wrap what they pass on, and a database that is away fails in its own words. */
public final class Refusals {

    private static final Logger LOGGER = System.getLogger(Refusals.class.getName());
    /** Deeper nesting is a cycle. */
    private static final int MAX_CAUSES = 20;

    private Refusals() {
    }

    /** The refusal behind a failure; empty when it is our bug. */
    public static Optional<Refusal> behind(Throwable failure) {
        return causes(failure).map(Refusals::of).flatMap(Optional::stream).findFirst();
    }

    /** The failure and what it was caused by, the outermost first. */
    static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).limit(MAX_CAUSES);
    }

    /** The refusal that this one of the causes is. */
    static Optional<Refusal> of(Throwable cause) {
        if (cause instanceof Refusal refusal) {
            return Optional.of(refusal);
        } else if (DatabaseAway.isMeantBy(cause)) {
            LOGGER.log(Level.WARNING, "A request was not served by the database. cause={0}", cause.getClass().getName());
            return Optional.of(DatabaseAway.refusal());
        }
        return Optional.empty();
    }
}
