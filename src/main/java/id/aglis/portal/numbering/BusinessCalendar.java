package id.aglis.portal.numbering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;

/** The calendar of the business: instants everywhere, and one zone in which "today" and due dates are defined. */
@ApplicationScoped
public class BusinessCalendar {

    /** Western Indonesian time, UTC+7 all year. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");

    private InstantSource time;

    protected BusinessCalendar() {
    }

    @Inject
    public BusinessCalendar(InstantSource time) {
        this.time = time;
    }

    public Instant now() {
        return time.instant();
    }

    public LocalDate today() {
        return dateOf(now());
    }

    /** The business date on which {@code instant} falls. */
    public LocalDate dateOf(Instant instant) {
        return LocalDate.ofInstant(instant, ZONE);
    }

    /** The first instant of the business date. */
    public Instant startOf(LocalDate date) {
        return date.atStartOfDay(ZONE).toInstant();
    }
}
