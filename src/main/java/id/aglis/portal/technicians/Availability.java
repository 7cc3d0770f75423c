package id.aglis.portal.technicians;

import id.aglis.portal.Coded;

/** Whether a technician can take work at this moment. */
public enum Availability implements Coded {
    AVAILABLE, BUSY, BREAK, OFFLINE
}
