package id.aglis.portal.numbering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.InstantSource;

/** Gives everybody the same source of time; tests construct their objects with a fixed one. */
@ApplicationScoped
public class SystemTime {

    @Produces
    InstantSource source() {
        return Clock.systemUTC();
    }
}
