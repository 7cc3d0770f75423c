package id.aglis.portal.customers;

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
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/** Customers over HTTP. */
@Path("/customers")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class CustomersResource {

    @Inject
    private Customers customers;

    @GET
    @Allowed(Permission.CUSTOMERS_VIEW)
    public Page<CustomerView> list(@QueryParam("search") String search, @BeanParam PageRequest page) {
        return customers.list(SearchText.of(search), page);
    }

    @GET
    @Path("/{id : [0-9]{1,18}}")
    @Allowed(Permission.CUSTOMERS_VIEW)
    public CustomerView read(@PathParam("id") long id) {
        return customers.read(id);
    }

    @POST
    @Allowed(Permission.CUSTOMERS_CREATE)
    public Response create(CustomerForm form) {
        CustomerView customer = customers.create(Form.required(form).checked());
        return Response.created(URI.create("customers/" + customer.id())).entity(customer).build();
    }

    /** The body of a request to take on a customer. */
    public record CustomerForm(String name, String phone, String email, String address, String city) {

        private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 -]{6,18}");
        private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");

        NewCustomer checked() {
            Form form = new Form();
            String givenName = form.text("name", name, 100);
            String givenPhone = form.text("phone", phone, 20);
            if (!givenPhone.isEmpty() && !PHONE.matcher(givenPhone).matches()) {
                form.reject("phone", "Must be a phone number of 7 to 19 digits, blanks and hyphens.");
            }
            Optional<String> givenEmail = form.optionalText("email", email, 100);
            if (givenEmail.filter(text -> !EMAIL.matcher(text).matches()).isPresent()) {
                form.reject("email", "Must be an e-mail address.");
            }
            Optional<String> givenAddress = form.optionalText("address", address, 500);
            Optional<String> givenCity = form.optionalText("city", city, 100);
            form.refuseIfWrong();
            return new NewCustomer(givenName, givenPhone, givenEmail, givenAddress, givenCity);
        }
    }
}
