package id.aglis.portal.tickets;

import id.aglis.portal.Coded;

/** How urgent a ticket is. The order of the constants is the order of a list sorted by priority. */
public enum TicketPriority implements Coded {
    LOW(1, 48), NORMAL(2, 24), HIGH(3, 4), CRITICAL(4, 2);

    private final int rank;
    private final int hours;

    TicketPriority(int rank, int hours) {
        this.rank = rank;
        this.hours = hours;
    }

    /** The number the database keeps, so that sorting by priority is sorting by urgency. */
    public int rank() {
        return rank;
    }

    /** Hours from creation to the deadline, where the type of the work does not say otherwise. */
    int hours() {
        return hours;
    }
}
