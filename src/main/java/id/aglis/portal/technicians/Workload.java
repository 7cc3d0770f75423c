package id.aglis.portal.technicians;

import java.util.Collection;
import java.util.Map;

/** How much work technicians carry. Implemented above this package, by whoever assigns the work. */
public interface Workload {

    /**
     * The number of unfinished tickets of each technician, as of now.
     *
     * @return by technician id; a technician without any may be missing
     */
    Map<Long, Long> activeTickets(Collection<Long> technicianIds);
}
