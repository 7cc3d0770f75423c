package id.aglis.portal.analytics;

import id.aglis.portal.identity.CurrentUser;
import id.aglis.portal.identity.Permission;
import id.aglis.portal.numbering.BusinessCalendar;
import id.aglis.portal.tickets.TicketPriority;
import id.aglis.portal.tickets.TicketStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Figures by day and by priority, over all tickets. */
@ApplicationScoped
@Transactional
public class Trends {

    private static final int SECONDS_PER_DAY = 86_400;

    @PersistenceContext(unitName = "portal")
    private EntityManager database;
    @Inject
    private CurrentUser caller;
    @Inject
    private BusinessCalendar calendar;

    /** A row for every business day of the window, oldest first. */
    public List<DayView> byDay(int days) {
        caller.require(Permission.ANALYTICS_VIEW);
        Window window = Window.of(calendar, days);
        Instant start = window.start();
        Map<LocalDate, Long> created = perDay("created_at", "", start);
        Map<LocalDate, Long> critical = perDay("created_at", " and priority = " + rankOfCritical(), start);
        Trend trend = new Trend(created, critical, perDay("completed_at", "", start), perDay("cancelled_at", "", start));
        return trend.over(window, unfinishedAt(start));
    }

    /**
     * Rows of one day each. Seconds since 1970, shifted to the zone of the business, are what H2 and PostgreSQL both understand; the zone's
     * offset never changes. Column and condition come from this class only.
     */
    private Map<LocalDate, Long> perDay(String column, String condition, Instant start) {
        int offset = BusinessCalendar.ZONE.getRules().getOffset(start).getTotalSeconds();
        String day = "floor((extract(epoch from " + column + ") + " + offset + ") / " + SECONDS_PER_DAY + ")";
        List<?> rows = database.createNativeQuery("select d, count(*) from (select " + day + " as d from tickets where " + column + " >= ?1"
                + condition + ") by_day group by d").setParameter(1, start.atOffset(ZoneOffset.UTC)).getResultList();
        return rows.stream().map(Object[].class::cast)
                .collect(Collectors.toMap(row -> LocalDate.ofEpochDay(Figures.count(row[0])), row -> Figures.count(row[1])));
    }

    private long unfinishedAt(Instant start) {
        return database.createQuery("select count(t) from Ticket t where t.clock.createdAt < :start"
                + " and (t.clock.completedAt is null or t.clock.completedAt >= :start)"
                + " and (t.clock.cancelledAt is null or t.clock.cancelledAt >= :start)", Long.class)
                .setParameter("start", start).getSingleResult();
    }

    private static int rankOfCritical() {
        return TicketPriority.CRITICAL.rank();
    }

    /** All priorities, the most urgent first. */
    public List<PriorityView> byPriority(int days) {
        caller.require(Permission.ANALYTICS_VIEW);
        Instant start = Window.of(calendar, days).start();
        Map<TicketPriority, Map<TicketStatus, Long>> created = createdByPriority(start);
        Map<TicketPriority, Object[]> completed = database.createQuery("select t.priority, count(t), avg(t.clock.resolutionSeconds) from Ticket t"
                        + " where t.clock.completedAt >= :start group by t.priority", Object[].class).setParameter("start", start)
                .getResultStream().collect(Collectors.toMap(row -> (TicketPriority) row[0], Function.identity()));
        return Stream.of(TicketPriority.values()).sorted(Comparator.reverseOrder())
                .map(priority -> view(priority, created.getOrDefault(priority, Map.of()), completed.getOrDefault(priority, new Object[3])))
                .toList();
    }

    private Map<TicketPriority, Map<TicketStatus, Long>> createdByPriority(Instant start) {
        Map<TicketPriority, Map<TicketStatus, Long>> counts = new HashMap<>();
        database.createQuery("select t.priority, t.status, count(t) from Ticket t where t.clock.createdAt >= :start"
                        + " group by t.priority, t.status", Object[].class).setParameter("start", start).getResultList()
                .forEach(row -> counts.computeIfAbsent((TicketPriority) row[0], priority -> new HashMap<>())
                        .put((TicketStatus) row[1], (Long) row[2]));
        return counts;
    }

    private static PriorityView view(TicketPriority priority, Map<TicketStatus, Long> created, Object[] completed) {
        long total = created.values().stream().mapToLong(Long::longValue).sum();
        long pending = created.entrySet().stream().filter(entry -> !entry.getKey().isFinal()).mapToLong(Map.Entry::getValue).sum();
        return new PriorityView(priority.code(), total, Figures.hours((Number) completed[2]), Figures.count(completed[1]), pending,
                Figures.percent(created.getOrDefault(TicketStatus.COMPLETED, 0L), total));
    }
}
