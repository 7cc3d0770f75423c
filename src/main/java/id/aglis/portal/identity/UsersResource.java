package id.aglis.portal.identity;

import id.aglis.portal.Refusal;
import id.aglis.portal.web.Page;
import id.aglis.portal.web.PageRequest;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
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
import java.util.Optional;

/** The administration of accounts. */
@Path("users")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class UsersResource {

    @Inject
    private Users users;
    @Inject
    private CurrentUser currentUser;

    @GET
    @Allowed(Permission.USERS_VIEW)
    public Page<UserView> search(@QueryParam("search") @DefaultValue("") String text, @QueryParam("role") String role,
            @QueryParam("active") String active, @BeanParam PageRequest page) {
        return users.search(new UserSearch(text, role(role), active(active)), page);
    }

    @POST
    @Allowed(Permission.USERS_CREATE)
    public Response create(@Valid @NotNull CreateRequest request) {
        User user = users.create(new NewUser(request.username(), request.fullName(), request.email(), request.phone(),
                role(request.role()).orElse(null), request.password()));
        return Response.created(URI.create("/api/users/" + user.id())).entity(UserView.of(user)).build();
    }

    @GET
    @Path("{id : [0-9]{1,18}}")
    @Allowed(Permission.USERS_VIEW)
    public UserView read(@PathParam("id") long id) {
        return UserView.of(users.get(id));
    }

    @PATCH
    @Path("{id : [0-9]{1,18}}")
    @Allowed(Permission.USERS_EDIT)
    public UserView change(@PathParam("id") long id, @Valid @NotNull PatchRequest request) {
        UserPatch patch = request.patch();
        require(patch.role().isEmpty() || currentUser.may(Permission.USERS_CREATE), "Only an administrator may change a role.");
        require(patch.active().isEmpty() || currentUser.may(Permission.USERS_DELETE), "Only an administrator may activate or deactivate a user.");
        require(users.get(id).role() != Role.ADMIN || currentUser.role() == Role.ADMIN, "Only an administrator may change an administrator.");
        if (id == currentUser.id() && patch.active().filter(active -> !active).isPresent()) {
            throw Refusal.conflict("own-account", "Nobody may deactivate himself.");
        }
        return users.change(id, patch, currentUser.fullName());
    }

    @PUT
    @Path("{id : [0-9]{1,18}}/password")
    @Allowed(Permission.USERS_RESET_PASSWORD)
    public void resetPassword(@PathParam("id") long id, @Valid @NotNull ResetRequest request) {
        users.resetPassword(id, request.password(), currentUser.fullName());
    }

    private static void require(boolean permitted, String otherwise) {
        if (!permitted) {
            throw Refusal.forbidden(otherwise);
        }
    }

    private static Optional<Role> role(String code) {
        if (code == null || code.isBlank()) {
            return Optional.empty();
        }
        return Optional.of(Role.of(code).orElseThrow(() -> Refusal.invalid("role", "Must be the code of a role.")));
    }

    private static Optional<Boolean> active(String text) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        } else if (!text.equals("true") && !text.equals("false")) {
            throw Refusal.invalid("active", "Must be true or false.");
        }
        return Optional.of(Boolean.valueOf(text));
    }

    public record CreateRequest(String username, String fullName, String email, String phone, String role, String password) {
    }

    public record PatchRequest(@NotNull Long version, String fullName, String email, String phone, String role, Boolean active) {

        UserPatch patch() {
            return new UserPatch(version, Optional.ofNullable(fullName), Optional.ofNullable(email), Optional.ofNullable(phone),
                    UsersResource.role(role), Optional.ofNullable(active));
        }
    }

    public record ResetRequest(@NotNull String password) {
    }
}
