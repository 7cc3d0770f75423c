package id.aglis.portal.numbering;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** What can be numbered, and how its numbers look. */
public enum NumberKind {

    /** {@code TKTyyyymmddnnn}, from 001 each business day. */
    TICKET("TKT", true, 3),
    /** {@code AGLSyyyymmddnnnn}, from 0001 each business day. */
    CUSTOMER("AGLS", true, 4),
    /** {@code TECnnnn}, from 0001, never starting anew. */
    EMPLOYEE("TEC", false, 4);

    /** The day under which kinds that never start anew are counted. */
    private static final LocalDate ALWAYS = LocalDate.EPOCH;

    private final String prefix;
    private final boolean daily;
    private final int digits;

    NumberKind(String prefix, boolean daily, int digits) {
        this.prefix = prefix;
        this.daily = daily;
        this.digits = digits;
    }

    LocalDate countedOn(LocalDate today) {
        return daily ? today : ALWAYS;
    }

    /** The number as text; it grows by digits when the day has more numbers than {@code digits} can hold. */
    String format(LocalDate today, long counter) {
        String day = daily ? DateTimeFormatter.BASIC_ISO_DATE.format(today) : "";
        return prefix + day + String.format("%0" + digits + "d", counter);
    }
}
