package id.aglis.portal.customers;

import id.aglis.portal.Refusal;
import id.aglis.portal.identity.CurrentUser;
import id.aglis.portal.identity.Permission;
import id.aglis.portal.numbering.BusinessCalendar;
import id.aglis.portal.numbering.NumberKind;
import id.aglis.portal.numbering.Numbering;
import id.aglis.portal.web.Page;
import id.aglis.portal.web.PageRequest;
import id.aglis.portal.web.SearchText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes on customers and finds them again. */
@ApplicationScoped
public class Customers {

    /** What a list can be sorted by, and the path behind it. */
    private static final Map<String, String> SORTABLE = Map.of("createdAt", "c.createdAt", "name", "c.name", "number", "c.number",
            "city", "c.city", "accountStatus", "c.accountStatus");

    @PersistenceContext(unitName = "portal")
    private EntityManager database;
    @Inject
    private Numbering numbering;
    @Inject
    private BusinessCalendar calendar;
    @Inject
    private CurrentUser caller;
    @Inject
    private Event<CustomerCreated> created;
    @Inject
    private Event<CustomerUpdated> updated;

    /** The customers whose name, number, phone or e-mail contains {@code search}. */
    @Transactional
    public Page<CustomerView> list(Optional<String> search, PageRequest request) {
        caller.require(Permission.CUSTOMERS_VIEW);
        String order = request.orderBy(SORTABLE, "-createdAt", "c.id");
        String where = search.isEmpty() ? "" : " where lower(c.name) like :text or lower(c.number) like :text"
                + " or c.phone like :text or lower(c.email) like :text";
        TypedQuery<Long> count = database.createQuery("select count(c) from Customer c" + where, Long.class);
        TypedQuery<Customer> rows = database.createQuery("select c from Customer c" + where + order, Customer.class);
        search.map(SearchText::containing).ifPresent(text -> List.of(count, rows).forEach(query -> query.setParameter("text", text)));
        List<Customer> found = rows.setFirstResult(request.offset()).setMaxResults(request.size()).getResultList();
        return Page.of(request, found, count.getSingleResult()).map(CustomerView::of);
    }

    @Transactional
    public CustomerView read(long id) {
        caller.require(Permission.CUSTOMERS_VIEW);
        return CustomerView.of(find(id).orElseThrow(() -> Refusal.notFound("Customer " + id + " does not exist.")));
    }

    /** Takes somebody on whose line is in use already. */
    @Transactional
    public CustomerView create(NewCustomer given) {
        caller.require(Permission.CUSTOMERS_CREATE);
        Customer customer = new Customer(numbering.next(NumberKind.CUSTOMER), given, AccountStatus.ACTIVE, calendar.now());
        database.persist(customer);
        database.flush();
        CustomerView view = CustomerView.of(customer);
        created.fire(new CustomerCreated(view));
        return view;
    }

    /** The installation is done; part of the caller's transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void connect(Customer customer) {
        if (customer.connect(calendar.now())) {
            database.flush();
            updated.fire(new CustomerUpdated(CustomerView.of(customer)));
        }
    }

    /** For other features, inside their transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<Customer> find(long id) {
        return Optional.ofNullable(database.find(Customer.class, id));
    }
}
