package id.aglis.portal.technicians;

import id.aglis.portal.Refusal;
import id.aglis.portal.identity.CurrentUser;
import id.aglis.portal.identity.Permission;
import id.aglis.portal.identity.Role;
import id.aglis.portal.identity.User;
import id.aglis.portal.identity.UserChanged;
import id.aglis.portal.identity.UserCreated;
import id.aglis.portal.numbering.BusinessCalendar;
import id.aglis.portal.numbering.NumberKind;
import id.aglis.portal.numbering.Numbering;
import id.aglis.portal.web.Page;
import id.aglis.portal.web.PageRequest;
import id.aglis.portal.web.SearchText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds technicians, and gives every new technician user his profile. */
@ApplicationScoped
public class Technicians {

    /** What a list can be sorted by, and the path behind it. */
    private static final Map<String, String> SORTABLE = Map.of("fullName", "u.fullName", "employeeId", "t.employeeId",
            "availability", "t.availability", "skillLevel", "t.skillLevel", "workZone", "t.workZone");

    @PersistenceContext(unitName = "portal")
    private EntityManager database;
    @Inject
    private Numbering numbering;
    @Inject
    private BusinessCalendar calendar;
    @Inject
    private CurrentUser caller;
    @Inject
    private Workload workload;
    @Inject
    private Event<TechnicianStatusChanged> changed;

    /** In the transaction that creates the user, so that neither exists without the other. */
    void profile(@Observes UserCreated event) {
        if (event.role() == Role.TECHNICIAN) {
            add(event.id());
        }
    }

    /**
     * Keeps the profile in step with the role. Nobody who has unfinished work stops being a technician, since nobody would see that it waits.
     */
    void profile(@Observes UserChanged event) {
        Optional<Technician> profile = ofUser(event.id());
        boolean works = event.role() == Role.TECHNICIAN && event.active();
        if (event.role() == Role.TECHNICIAN && profile.isEmpty()) {
            add(event.id()).become(Availability.OFFLINE);
        } else if (!works && profile.isPresent() && activeTickets(profile.get()) > 0) {
            throw Refusal.conflict("technician-has-work", event.fullName() + " has unfinished tickets; give them to somebody else first.");
        }
    }

    private Technician add(long userId) {
        Technician technician = new Technician(numbering.next(NumberKind.EMPLOYEE), database.getReference(User.class, userId), calendar.now());
        database.persist(technician);
        return technician;
    }

    /** The technicians whose name, employee id or zone contains {@code search}; the load of a whole page is one query. */
    @Transactional
    public Page<TechnicianView> list(Optional<String> search, Optional<Availability> availability, PageRequest request) {
        caller.require(Permission.TECHNICIANS_VIEW);
        String order = request.orderBy(SORTABLE, "fullName", "t.id");
        String where = " where u.active = :working and u.role = :role"
                + (search.isEmpty() ? "" : " and (lower(u.fullName) like :text or lower(t.employeeId) like :text"
                        + " or lower(t.workZone) like :text)")
                + (availability.isEmpty() ? "" : " and t.availability = :availability");
        TypedQuery<Long> count = database.createQuery("select count(t) from Technician t join t.user u" + where, Long.class);
        TypedQuery<Technician> rows = database.createQuery("select t from Technician t join fetch t.user u" + where + order, Technician.class);
        for (TypedQuery<?> query : List.of(count, rows)) {
            query.setParameter("working", true).setParameter("role", Role.TECHNICIAN);
            search.map(SearchText::containing).ifPresent(text -> query.setParameter("text", text));
            availability.ifPresent(state -> query.setParameter("availability", state));
        }
        List<Technician> found = rows.setFirstResult(request.offset()).setMaxResults(request.size()).getResultList();
        Map<Long, Long> loads = workload.activeTickets(found.stream().map(Technician::id).toList());
        return Page.of(request, found, count.getSingleResult())
                .map(technician -> TechnicianView.of(technician, loads.getOrDefault(technician.id(), 0L)));
    }

    /**
     * Notes whether somebody can take work. A technician says so of himself; of others it takes {@code technicians.edit}.
     *
     * @param version the version that the caller looked at
     */
    @Transactional
    public TechnicianView become(long id, Availability availability, long version) {
        Technician technician = lock(id).orElseThrow(() -> Refusal.notFound("Technician " + id + " does not exist."));
        if (technician.user().id() != caller.id()) {
            caller.require(Permission.TECHNICIANS_EDIT);
        }
        if (technician.version() != version) {
            throw Refusal.stale("The availability of " + technician.user().fullName() + " was changed by somebody else.",
                    new Refusal.Newer(technician.version(), view(technician), List.of(), technician.updatedBy(), technician.updatedAt()));
        }
        technician.become(availability);
        technician.touched(caller.fullName(), calendar.now());
        database.flush();
        TechnicianView view = view(technician);
        changed.fire(new TechnicianStatusChanged(view));
        return view;
    }

    private TechnicianView view(Technician technician) {
        return TechnicianView.of(technician, activeTickets(technician));
    }

    private long activeTickets(Technician technician) {
        return workload.activeTickets(List.of(technician.id())).getOrDefault(technician.id(), 0L);
    }

    /** The profile of a user who is a technician; part of the caller's transaction. */
    @Transactional
    public Optional<Technician> ofUser(long userId) {
        return database.createQuery("select t from Technician t where t.user.id = :user", Technician.class)
                .setParameter("user", userId).getResultStream().findFirst();
    }

    /** The technician, locked against other assignments until the caller's transaction ends. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<Technician> lock(long id) {
        return Optional.ofNullable(database.find(Technician.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** How many working technicians are in each state; all states are present. */
    @Transactional
    public Map<Availability, Long> countByAvailability() {
        Map<Availability, Long> counts = new EnumMap<>(Availability.class);
        for (Availability state : Availability.values()) {
            counts.put(state, 0L);
        }
        database.createQuery("select t.availability, count(t) from Technician t where t.user.active = :working"
                        + " and t.user.role = :role group by t.availability", Object[].class)
                .setParameter("working", true).setParameter("role", Role.TECHNICIAN).getResultList().forEach(row -> counts.put((Availability) row[0], (Long) row[1]));
        return counts;
    }
}
