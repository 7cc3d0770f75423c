package id.aglis.portal.tickets;

import id.aglis.portal.identity.CurrentUser;
import id.aglis.portal.identity.Permission;
import id.aglis.portal.numbering.BusinessCalendar;
import id.aglis.portal.web.Page;
import id.aglis.portal.web.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Lists and counts tickets, within what the caller may see. */
@ApplicationScoped
@Transactional
public class TicketLists {

    /** What a list can be sorted by, and the path behind it. */
    private static final Map<String, String> SORTABLE = Map.of("createdAt", "t.clock.createdAt", "updatedAt", "t.clock.updatedAt",
            "priority", "t.priority", "status", "t.status", "type", "t.type", "number", "t.number", "scheduledAt", "t.clock.scheduledAt",
            "slaDueAt", "t.clock.slaDueAt");

    private static final double SECONDS_PER_HOUR = 3600;

    @PersistenceContext(unitName = "portal")
    private EntityManager database;
    @Inject
    private CurrentUser caller;
    @Inject
    private TicketSights sights;
    @Inject
    private BusinessCalendar calendar;

    /** One query for the rows, with customer, technician and author, and one for the count. */
    public Page<TicketView> list(TicketFilter filter, PageRequest request) {
        caller.require(Permission.TICKETS_VIEW);
        String order = request.orderBy(SORTABLE, "-createdAt", "t.id");
        TicketFilter.Condition condition = filter.limitedTo(sights.of(caller.caller()), caller.id());
        List<Ticket> rows = condition.bind(database.createQuery("select t from Ticket t join fetch t.customer c join fetch t.createdBy"
                        + condition.where() + order, Ticket.class)).setHint("eclipselink.left-join-fetch", "t.technician.user")
                .setFirstResult(request.offset()).setMaxResults(request.size()).getResultList();
        long total = condition.bind(database.createQuery("select count(t) from Ticket t join t.customer c" + condition.where(), Long.class))
                .getSingleResult();
        Instant now = calendar.now();
        return Page.of(request, rows, total).map(ticket -> TicketView.of(ticket, now));
    }

    public TicketOverview overview() {
        caller.require(Permission.TICKETS_VIEW);
        TicketSight sight = sights.of(caller.caller());
        Map<String, Long> byStatus = new LinkedHashMap<>();
        Stream.of(TicketStatus.values()).forEach(status -> byStatus.put(status.code(), 0L));
        var counts = database.createQuery("select t.status, count(t) from Ticket t where " + sight.condition() + " group by t.status",
                Object[].class);
        sight.bind(counts);
        counts.getResultList().forEach(row -> byStatus.put(((TicketStatus) row[0]).code(), (Long) row[1]));
        var average = database.createQuery("select avg(t.clock.resolutionSeconds) from Ticket t where " + sight.condition(), Double.class);
        sight.bind(average);
        Double seconds = average.getSingleResult();
        long total = byStatus.values().stream().mapToLong(Long::longValue).sum();
        return new TicketOverview(total, byStatus, seconds == null ? null : Math.round(seconds / SECONDS_PER_HOUR * 10) / 10.0);
    }
}
