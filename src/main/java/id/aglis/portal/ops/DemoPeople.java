package id.aglis.portal.ops;

import id.aglis.portal.customers.AccountStatus;
import id.aglis.portal.customers.Customer;
import id.aglis.portal.customers.NewCustomer;
import id.aglis.portal.identity.Passwords;
import id.aglis.portal.identity.Role;
import id.aglis.portal.identity.User;
import id.aglis.portal.identity.Users;
import id.aglis.portal.numbering.BusinessCalendar;
import id.aglis.portal.numbering.NumberKind;
import id.aglis.portal.numbering.Numbering;
import id.aglis.portal.technicians.Availability;
import id.aglis.portal.technicians.SkillLevel;
import id.aglis.portal.technicians.Technician;
import id.aglis.portal.technicians.Technicians;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The staff and the customers of the demo. */
@ApplicationScoped
@Transactional
public class DemoPeople {

    private static final int CUSTOMERS = 40;
    /** Customers are older than the tickets, which go back {@link DemoTickets#DAYS} days. */
    private static final Duration OLDEST = Duration.ofDays(90);
    private static final List<String> GIVEN = List.of("Siti", "Bambang", "Dian", "Yusuf", "Maya", "Slamet", "Indah", "Taufik", "Kartika", "Iwan");
    private static final List<String> FAMILY = List.of("Rahayu", "Wijaya", "Permana", "Susanti");
    private static final List<String> STREETS = List.of("Jalan Merpati", "Jalan Kenanga", "Jalan Veteran", "Jalan Anggrek", "Gang Mawar");
    private static final List<String> CITIES = List.of("Bandung", "Cimahi", "Sumedang", "Garut");
    private static final List<String> ZONES = List.of("North", "South", "East", "West", "Centre", "Centre");

    @PersistenceContext(unitName = "portal")
    private EntityManager database;
    @Inject
    private Users users;
    @Inject
    private Passwords passwords;
    @Inject
    private Technicians technicians;
    @Inject
    private Numbering numbering;
    @Inject
    private BusinessCalendar calendar;

    boolean missing() {
        return users.byLogin(DemoAccount.ALL.get(0).username()).isEmpty();
    }

    void hire() {
        String hash = passwords.hash(DemoAccount.PASSWORD);
        DemoAccount.ALL.forEach(account -> users.create(account.user(), password -> hash));
        List<Technician> staff = technicians();
        for (int i = 0; i < staff.size(); i++) {
            staff.get(i).train(SkillLevel.values()[i % SkillLevel.values().length], ZONES.get(i));
        }
    }

    User user(DemoAccount account) {
        return users.byLogin(account.username()).orElseThrow();
    }

    List<Technician> technicians() {
        return DemoAccount.in(Role.TECHNICIAN).map(account -> technicians.ofUser(user(account).id()).orElseThrow()).toList();
    }

    /** At the end of the story not everybody is waiting for work. */
    void scatter() {
        List<Technician> staff = technicians();
        staff.get(staff.size() - 2).become(Availability.BUSY);
        staff.get(staff.size() - 1).become(Availability.OFFLINE);
    }

    List<Customer> customers() {
        List<Customer> customers = new ArrayList<>();
        for (int i = 0; i < CUSTOMERS; i++) {
            Instant since = calendar.now().minus(OLDEST).plus(Duration.ofDays(i));
            Customer customer = new Customer(numbering.next(NumberKind.CUSTOMER, calendar.dateOf(since)), person(i), status(i), since);
            database.persist(customer);
            customers.add(customer);
        }
        database.flush();
        return customers;
    }

    private static NewCustomer person(int i) {
        String name = GIVEN.get(i % GIVEN.size()) + " " + FAMILY.get(i / GIVEN.size());
        String phone = String.format("0812-5550-%04d", i + 1);
        String address = STREETS.get(i % STREETS.size()) + " No. " + (i * 3 + 1);
        String email = name.toLowerCase(Locale.ROOT).replace(' ', '.') + "@example.com";
        return new NewCustomer(name, phone, Optional.of(email), Optional.of(address), Optional.of(CITIES.get(i % CITIES.size())));
    }

    /** The newest wait for their line; of the others nearly all are connected. */
    private static AccountStatus status(int i) {
        if (i >= CUSTOMERS - 4) {
            return AccountStatus.PENDING_INSTALLATION;
        }
        return switch (i) {
            case 5 -> AccountStatus.SUSPENDED;
            case 11 -> AccountStatus.INACTIVE;
            default -> AccountStatus.ACTIVE;
        };
    }
}
