package id.aglis.portal.tickets;

import id.aglis.portal.technicians.Workload;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Counts the unfinished tickets of technicians. */
@ApplicationScoped
@Transactional
public class Workloads implements Workload {

    private static final Set<TicketStatus> UNFINISHED = EnumSet.of(TicketStatus.ASSIGNED, TicketStatus.IN_PROGRESS, TicketStatus.ON_HOLD);

    @PersistenceContext(unitName = "portal")
    private EntityManager database;

    @Override
    public Map<Long, Long> activeTickets(Collection<Long> technicianIds) {
        if (technicianIds.isEmpty()) {
            return Map.of();
        }
        return database.createQuery("select t.technicianId, count(t) from Ticket t where t.technicianId in :technicians and t.status in :unfinished"
                        + " group by t.technicianId", Object[].class)
                .setParameter("technicians", technicianIds).setParameter("unfinished", UNFINISHED)
                .getResultStream().collect(Collectors.toMap(row -> (Long) row[0], row -> (Long) row[1]));
    }
}
