package id.aglis.portal.ops;

import id.aglis.portal.customers.AccountStatus;
import id.aglis.portal.customers.Customer;
import id.aglis.portal.customers.Customers;
import id.aglis.portal.identity.Role;
import id.aglis.portal.identity.User;
import id.aglis.portal.numbering.BusinessCalendar;
import id.aglis.portal.numbering.NumberKind;
import id.aglis.portal.numbering.Numbering;
import id.aglis.portal.technicians.Technician;
import id.aglis.portal.tickets.Histories;
import id.aglis.portal.tickets.Ticket;
import id.aglis.portal.tickets.TicketStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * The work of the demo: {@value #TICKETS} tickets over {@value #DAYS} days up to now, each brought through its life by the same rules as any
 * other. Apart from the present moment, everything is the same each time.
 */
@ApplicationScoped
public class DemoTickets {

    static final int DAYS = 45;
    private static final int TICKETS = 150;
    /** The rest are of the last {@link #RECENTLY}, and have come as far as {@link #UNDER_WAY} says. */
    private static final int OLD = 122;
    private static final Duration RECENTLY = Duration.ofHours(30);
    private static final List<TicketStatus> UNDER_WAY = List.of(TicketStatus.OPEN, TicketStatus.ASSIGNED, TicketStatus.COMPLETED,
            TicketStatus.IN_PROGRESS, TicketStatus.ON_HOLD, TicketStatus.OPEN, TicketStatus.ASSIGNED);
    private static final long SEED = 20_261_001;

    @Inject
    private DemoPeople people;
    @Inject
    private Customers customers;
    @Inject
    private Histories histories;
    @Inject
    private Numbering numbering;
    @Inject
    private BusinessCalendar calendar;

    /** Creates everything in one transaction. */
    @Transactional
    void create() {
        people.hire();
        List<Customer> clients = people.customers();
        List<Technician> staff = people.technicians();
        List<User> clerks = DemoAccount.in(Role.CUSTOMER_SERVICE).map(people::user).toList();
        User supervisor = DemoAccount.in(Role.SUPERVISOR).map(people::user).findFirst().orElseThrow();
        Random chance = new Random(SEED);
        DemoStory story = new DemoStory(histories, customers, staff, supervisor, calendar.now(), chance);
        List<Instant> times = times(chance);
        for (int i = 0; i < times.size(); i++) {
            User clerk = clerks.get(i % clerks.size());
            Customer client = clients.get(chance.nextInt(clients.size()));
            TicketStatus furthest = i < OLD ? TicketStatus.COMPLETED : UNDER_WAY.get(i % UNDER_WAY.size());
            story.tell(open(client, i, clerk, times.get(i)), job(client, i), clerk, furthest);
        }
        people.scatter();
    }

    /** Evenly spread with some chance, oldest first. */
    private List<Instant> times(Random chance) {
        Instant recent = calendar.now().minus(RECENTLY);
        List<Instant> times = new ArrayList<>(spread(calendar.now().minus(Duration.ofDays(DAYS)), recent, OLD, chance));
        times.addAll(spread(recent, calendar.now(), TICKETS - OLD, chance));
        return times;
    }

    private static List<Instant> spread(Instant from, Instant to, int many, Random chance) {
        Duration step = Duration.between(from, to).dividedBy(many);
        return IntStream.range(0, many).mapToObj(i -> from.plus(step.multipliedBy(i)).plusSeconds(chance.nextLong(step.toSeconds()))).toList();
    }

    private Ticket open(Customer client, int i, User clerk, Instant at) {
        String number = numbering.next(NumberKind.TICKET, calendar.dateOf(at));
        Ticket ticket = new Ticket(number, client, job(client, i).ticketFor(client.id()), clerk, at);
        histories.open(ticket, clerk.id(), at);
        return ticket;
    }

    private static DemoJob job(Customer client, int i) {
        return client.accountStatus() == AccountStatus.PENDING_INSTALLATION ? DemoJob.INSTALLATION : DemoJob.USUAL.get(i % DemoJob.USUAL.size());
    }
}
