package id.aglis.portal.realtime;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.enterprise.inject.Specializes;

/** Takes the place of the publisher in a WAR of a test, and ends the instance when one certain change has been committed. */
@Specializes
@ApplicationScoped
public class DyingPublisher extends Publisher {

    /** What the envelope of the publication contains that nobody lives to publish. */
    public static final String LAST_WORDS = "Nobody lives to tell of me";

    private static final int KILLED = 137;

    @Override
    void committed(@Observes(during = TransactionPhase.AFTER_SUCCESS) Publication publication) {
        if (publication.body().contains(LAST_WORDS)) {
            Runtime.getRuntime().halt(KILLED);
        }
        super.committed(publication);
    }
}
