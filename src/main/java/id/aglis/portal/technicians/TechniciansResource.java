package id.aglis.portal.technicians;

import id.aglis.portal.identity.Allowed;
import id.aglis.portal.identity.Permission;
import id.aglis.portal.web.Form;
import id.aglis.portal.web.Page;
import id.aglis.portal.web.PageRequest;
import id.aglis.portal.web.SearchText;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;

/** Technicians over HTTP. */
@Path("/technicians")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class TechniciansResource {

    @Inject
    private Technicians technicians;

    @GET
    @Allowed(Permission.TECHNICIANS_VIEW)
    public Page<TechnicianView> list(@QueryParam("search") String search, @QueryParam("availability") String availability,
                                     @BeanParam PageRequest page) {
        Form form = new Form();
        Optional<Availability> wanted = form.choice("availability", availability, Availability.class);
        form.refuseIfWrong();
        return technicians.list(SearchText.of(search), wanted, page);
    }

    @PUT
    @Path("/{id : [0-9]{1,18}}/availability")
    @Consumes(MediaType.APPLICATION_JSON)
    @Allowed(Permission.TECHNICIANS_VIEW)
    public TechnicianView become(@PathParam("id") long id, AvailabilityForm body) {
        Form form = new Form();
        Optional<Availability> availability = form.choice("availability", Form.required(body).availability(), Availability.class);
        if (body.availability() == null) {
            form.reject("availability", "Must be given.");
        }
        long version = form.number("version", body.version());
        form.refuseIfWrong();
        return technicians.become(id, availability.orElseThrow(), version);
    }

    /** The body of a request to note whether somebody can take work. */
    public record AvailabilityForm(String availability, Long version) {
    }
}
