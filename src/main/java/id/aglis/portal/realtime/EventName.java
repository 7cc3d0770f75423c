package id.aglis.portal.realtime;

import java.util.Locale;

/** The catalogue of events that the server sends to browsers; one event per fact. */
public enum EventName {

    TICKET_CREATED,
    TICKET_UPDATED,
    TICKET_ASSIGNED,
    TECHNICIAN_STATUS_CHANGED,
    CUSTOMER_CREATED,
    CUSTOMER_UPDATED,
    /** A user's first socket on any instance has come. */
    USER_CONNECTED,
    /** A user's last socket has gone, and he has not come back in time. */
    USER_DISCONNECTED,
    /** Something worth showing to people, announced from outside. */
    SYSTEM_ALERT,
    /** Figures have moved; pages fetch those that they show. Sent at most once a second. */
    STATS_CHANGED,
    /** The session behind the receiving socket has ended; the socket is disconnected next. */
    SESSION_REVOKED;

    /** As on the wire: {@code ticket_created}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
