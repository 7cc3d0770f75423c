package id.aglis.portal.tickets;

import id.aglis.portal.identity.Allowed;
import id.aglis.portal.identity.Permission;
import id.aglis.portal.web.Form;
import id.aglis.portal.web.Page;
import id.aglis.portal.web.PageRequest;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

/** Tickets over HTTP. */
@Path("/tickets")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class TicketsResource {

    @Inject
    private Tickets tickets;
    @Inject
    private TicketLists lists;

    @GET
    @Allowed(Permission.TICKETS_VIEW)
    public Page<TicketView> list(@QueryParam("status") String status, @QueryParam("type") String type, @QueryParam("priority") String priority,
                                 @QueryParam("technicianId") String technicianId, @QueryParam("customerId") String customerId,
                                 @QueryParam("search") String search, @QueryParam("mine") boolean mine, @BeanParam PageRequest page) {
        return lists.list(new TicketQuery(status, type, priority, technicianId, customerId, search, mine).filter(), page);
    }

    @GET
    @Path("/types")
    @Allowed(Permission.TICKETS_VIEW)
    public List<TypeView> types() {
        return Stream.of(TicketType.values()).map(TypeView::of).toList();
    }

    @GET
    @Path("/stats/overview")
    @Allowed(Permission.TICKETS_VIEW)
    public TicketOverview overview() {
        return lists.overview();
    }

    @GET
    @Path("/{id : [0-9]{1,18}}")
    @Allowed(Permission.TICKETS_VIEW)
    public TicketView read(@PathParam("id") long id) {
        return tickets.read(id);
    }

    @POST
    @Allowed(Permission.TICKETS_CREATE)
    public Response create(TicketForms.Create form) {
        TicketView ticket = tickets.create(Form.required(form).checked());
        return Response.created(URI.create("tickets/" + ticket.id())).entity(ticket).build();
    }

    @PATCH
    @Path("/{id : [0-9]{1,18}}")
    @Allowed(Permission.TICKETS_EDIT)
    public TicketView update(@PathParam("id") long id, TicketForms.Edit form) {
        return tickets.update(id, Form.required(form).checked());
    }

    @PUT
    @Path("/{id : [0-9]{1,18}}/assignment")
    @Allowed(Permission.TICKETS_VIEW)
    public TicketView assign(@PathParam("id") long id, TicketForms.Assign form) {
        return tickets.assign(id, Form.required(form).checked());
    }

    /** A type with the minutes it usually takes, and its categories. */
    public record TypeView(String code, int durationMinutes, List<CategoryView> categories) {

        static TypeView of(TicketType type) {
            return new TypeView(type.code(), type.minutes(), type.categories().stream()
                    .map(category -> new CategoryView(category.code(), category.minutes())).toList());
        }
    }

    public record CategoryView(String code, int durationMinutes) {
    }
}
