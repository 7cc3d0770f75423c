package id.aglis.portal.analytics;

import id.aglis.portal.identity.CurrentUser;
import id.aglis.portal.identity.Permission;
import id.aglis.portal.numbering.BusinessCalendar;
import id.aglis.portal.tickets.Histories;
import id.aglis.portal.tickets.TicketSight;
import id.aglis.portal.tickets.TicketSights;
import id.aglis.portal.tickets.TicketStatus;
import id.aglis.portal.tickets.TicketType;
import id.aglis.portal.technicians.Availability;
import id.aglis.portal.technicians.Technicians;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The dashboard's figures: created by day of creation, completed by day of completion, times without holds. A window is today and so many
 * business days before it. For a technician everything is counted over the tickets that he may see.
 */
@ApplicationScoped
@Transactional
public class Analytics {

    private static final int WEEK = 7;
    private static final int MONTH = 30;
    private static final Set<TicketStatus> RUNNING = EnumSet.of(TicketStatus.OPEN, TicketStatus.ASSIGNED, TicketStatus.IN_PROGRESS);

    @PersistenceContext(unitName = "portal")
    private EntityManager database;
    @Inject
    private CurrentUser caller;
    @Inject
    private BusinessCalendar calendar;
    @Inject
    private TicketSights sights;
    @Inject
    private Technicians technicians;
    @Inject
    private Histories histories;

    public OverviewView overview(int days) {
        caller.require(Permission.DASHBOARD_VIEW);
        TicketSight sight = sights.of(caller.caller());
        Instant start = Window.of(calendar, days).start();
        Object[] done = completed(sight, start);
        Object[] response = row(sight, "select count(t), avg(t.clock.responseSeconds) from Ticket t where t.clock.firstAssignedAt >= :start", start);
        long finished = Figures.count(done[0]);
        long inTime = Figures.count(done[1]);
        return new OverviewView(created(sight, start),
                new OverviewView.Sla(finished, inTime, finished == 0 ? null : Figures.percent(inTime, finished), breached(sight)),
                new OverviewView.Resolution(Figures.hours((Number) done[2]), finished),
                new OverviewView.Response(Figures.hours((Number) response[1]), Figures.count(response[0])),
                new OverviewView.Satisfaction(Figures.mean((Number) done[3]), Figures.count(done[4])), staff());
    }

    private OverviewView.TicketCounts created(TicketSight sight, Instant start) {
        Instant today = Window.of(calendar, 0).start();
        return new OverviewView.TicketCounts(createdSince(sight, start), createdSince(sight, today),
                createdSince(sight, Window.of(calendar, WEEK).start()), createdSince(sight, Window.of(calendar, MONTH).start()),
                byStatus(sight, start), byStatus(sight, today));
    }

    private long createdSince(TicketSight sight, Instant start) {
        return about(sight, "select count(t) from Ticket t where t.clock.createdAt >= :start", "", Long.class)
                .setParameter("start", start).getSingleResult();
    }

    private Map<String, Long> byStatus(TicketSight sight, Instant start) {
        return Figures.byCode(TicketStatus.class, about(sight, "select t.status, count(t) from Ticket t where t.clock.createdAt >= :start",
                " group by t.status", Object[].class).setParameter("start", start).getResultList());
    }

    private Object[] completed(TicketSight sight, Instant start) {
        return row(sight, "select count(t), sum(case when t.clock.completedAt <= t.clock.slaDueAt then 1 else 0 end),"
                + " avg(t.clock.resolutionSeconds), avg(t.customerRating), count(t.customerRating)"
                + " from Ticket t where t.clock.completedAt >= :start", start);
    }

    private long breached(TicketSight sight) {
        return about(sight, "select count(t) from Ticket t where (t.status in :running and t.clock.slaDueAt < :now"
                + " or t.status = :held and t.clock.slaDueAt < t.clock.heldSince)", "", Long.class)
                .setParameter("running", RUNNING).setParameter("held", TicketStatus.ON_HOLD).setParameter("now", calendar.now())
                .getSingleResult();
    }

    private OverviewView.Technicians staff() {
        Map<Availability, Long> by = technicians.countByAvailability();
        long total = by.values().stream().mapToLong(Long::longValue).sum();
        return new OverviewView.Technicians(total, by.get(Availability.AVAILABLE), by.get(Availability.BUSY), by.get(Availability.BREAK),
                by.get(Availability.OFFLINE));
    }

    /** What happened lately, newest first. */
    public List<ActivityView> activities(int limit) {
        caller.require(Permission.DASHBOARD_VIEW);
        return histories.latest(sights.of(caller.caller()), limit).stream().map(ActivityView::of).toList();
    }

    /** All types, the most frequent first. */
    public List<TypeShare> serviceDistribution(int days) {
        caller.require(Permission.ANALYTICS_VIEW);
        Map<String, Long> counts = Figures.byCode(TicketType.class, database.createQuery(
                "select t.type, count(t) from Ticket t where t.clock.createdAt >= :start group by t.type", Object[].class)
                .setParameter("start", Window.of(calendar, days).start()).getResultList());
        long total = counts.values().stream().mapToLong(Long::longValue).sum();
        return counts.entrySet().stream().map(entry -> new TypeShare(entry.getKey(), entry.getValue(), Figures.percent(entry.getValue(), total)))
                .sorted(Comparator.comparingLong(TypeShare::count).reversed()).toList();
    }

    private Object[] row(TicketSight sight, String query, Instant start) {
        return about(sight, query, "", Object[].class).setParameter("start", start).getSingleResult();
    }

    private <T> TypedQuery<T> about(TicketSight sight, String query, String grouping, Class<T> type) {
        TypedQuery<T> limited = database.createQuery(query + " and " + sight.condition() + grouping, type);
        sight.bind(limited);
        return limited;
    }
}
