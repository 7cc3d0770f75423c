package id.aglis.portal.identity;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;

/** Signing in and out, and what a user may change about himself. */
@Path("auth")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class AuthResource {

    private static final String COOKIE = "portal_refresh";
    private static final String COOKIE_PATH = "/api/auth";

    @Inject
    private Logins logins;
    @Inject
    private Sessions sessions;
    @Inject
    private Proofs proofs;
    @Inject
    private Users users;
    @Inject
    private CurrentUser currentUser;
    @Context
    private UriInfo uri;
    @HeaderParam("X-Forwarded-Proto")
    private String forwardedProtocol;
    @CookieParam(COOKIE)
    private String refreshToken;

    /** Public: nobody is signed in before. */
    @POST
    @Path("login")
    @Public
    public Response login(@Valid @NotNull LoginRequest request) {
        return answer(logins.login(request.username(), request.password()));
    }

    /** Public: the access token has ended when this is called; the cookie proves the caller. Without one nobody is signed in, and that is no failure. */
    @POST
    @Path("refresh")
    @Public
    @Consumes(MediaType.WILDCARD)
    public Response refresh() {
        if (refreshToken == null) {
            return Response.noContent().build();
        }
        return answer(sessions.renew(refreshToken));
    }

    /** Public: also a session whose access token has ended can be left. */
    @POST
    @Path("logout")
    @Public
    @Consumes(MediaType.WILDCARD)
    public Response logout(@HeaderParam("Authorization") String authorization) {
        if (refreshToken != null) {
            sessions.endByRefreshToken(refreshToken);
        }
        AccessFilter.token(authorization).flatMap(proofs::of).ifPresent(proof -> sessions.end(proof.caller().sessionId()));
        return Response.noContent().cookie(cookie("", 0)).build();
    }

    @GET
    @Path("me")
    @Allowed
    public Me me() {
        return Me.of(currentUser.caller(), UserView.of(users.get(currentUser.id())));
    }

    @PUT
    @Path("profile")
    @Allowed
    public Me profile(@Valid @NotNull ProfileRequest request) {
        UserPatch patch = UserPatch.contact(users.get(currentUser.id()).version(), request.fullName(), request.email(), request.phone());
        return Me.of(currentUser.caller(), users.change(currentUser.id(), patch, currentUser.fullName()));
    }

    @PUT
    @Path("password")
    @Allowed
    public Response password(@Valid @NotNull PasswordRequest request) {
        return answer(users.changePassword(currentUser.id(), request.currentPassword(), request.newPassword()));
    }

    private Response answer(SignedIn signedIn) {
        LoginAnswer body = new LoginAnswer(signedIn.accessToken(), signedIn.accessLife().toSeconds(), Me.of(signedIn.caller(), signedIn.user()));
        return Response.ok(body)
                .cookie(cookie(signedIn.refreshToken(), (int) signedIn.refreshLife().toSeconds()))
                .header("Cache-Control", "no-store")
                .build();
    }

    private NewCookie cookie(String value, int seconds) {
        return new NewCookie.Builder(COOKIE).value(value).path(COOKIE_PATH).maxAge(seconds)
                .httpOnly(true).secure(overTls()).sameSite(NewCookie.SameSite.STRICT).build();
    }

    private boolean overTls() {
        return "https".equals(uri.getRequestUri().getScheme()) || "https".equals(forwardedProtocol);
    }

    public record LoginRequest(@NotNull String username, @NotNull String password) {
    }

    public record ProfileRequest(String fullName, String email, String phone) {
    }

    public record PasswordRequest(@NotNull String currentPassword, @NotNull String newPassword) {
    }

    /** The access token lives {@code expiresIn} seconds from now. */
    public record LoginAnswer(String accessToken, long expiresIn, Me user) {
    }

    /** The signed-in user and, by wire name, everything he may do. */
    public record Me(long id, long version, String username, String fullName, String email, String phone, Role role, List<String> permissions) {

        static Me of(Caller caller, UserView user) {
            return new Me(user.id(), user.version(), user.username(), user.fullName(), user.email(), user.phone(), user.role(),
                    caller.permissions().stream().map(Permission::wireName).sorted().toList());
        }
    }
}
