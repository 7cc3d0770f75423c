package id.aglis.portal.numbering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneOffset;

/** Gives everybody the same source of time, in milliseconds so that every database keeps it as it is; tests construct their objects with a fixed one. */
@ApplicationScoped
public class SystemTime {

    @Produces
    InstantSource source() {
        return Clock.tickMillis(ZoneOffset.UTC);
    }
}
