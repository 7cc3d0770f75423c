package id.aglis.portal.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicInteger;

/** The requests being served, those of sockets aside: what an instance finishes before it leaves. */
@ApplicationScoped
public class OpenRequests {

    private final AtomicInteger count = new AtomicInteger();

    void begin() {
        count.incrementAndGet();
    }

    void end() {
        count.decrementAndGet();
    }

    /** How many there are at the moment. */
    public int count() {
        return count.get();
    }
}
