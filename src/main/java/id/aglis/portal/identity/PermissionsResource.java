package id.aglis.portal.identity;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The matrix of roles and permissions. */
@Path("permissions")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class PermissionsResource {

    @Inject
    private Permissions permissions;

    @GET
    @Allowed(Permission.PERMISSIONS_VIEW)
    public Matrix matrix() {
        Map<String, List<String>> roles = permissions.matrix().entrySet().stream().collect(Collectors.toMap(
                entry -> entry.getKey().code(),
                entry -> entry.getValue().stream().map(Permission::wireName).sorted().toList()));
        return new Matrix(Arrays.stream(Permission.values()).map(Permission::wireName).toList(), roles);
    }

    /** All permissions, and those that each role holds. */
    public record Matrix(List<String> permissions, Map<String, List<String>> roles) {
    }
}
