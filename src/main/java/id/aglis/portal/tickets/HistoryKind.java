package id.aglis.portal.tickets;

import id.aglis.portal.Coded;

/** What a line of a ticket's history is about in the first place. */
public enum HistoryKind implements Coded {
    CREATED, STATUS, ASSIGNED, EDITED
}
