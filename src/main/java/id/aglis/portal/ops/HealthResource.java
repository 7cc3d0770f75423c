package id.aglis.portal.ops;

import id.aglis.portal.identity.Public;
import id.aglis.portal.realtime.RealtimeServer;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.eclipse.microprofile.health.Readiness;

/** Readiness in one word and one word per check, without anything about the host. */
@Path("health")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class HealthResource {

    @Inject
    @Readiness
    private Instance<HealthCheck> checks;
    @Inject
    private RealtimeServer realtime;

    /** Public: whoever watches the portal has no account; the answer tells nothing worth hiding. */
    @GET
    @Public
    public Response health() {
        Map<String, Status> results = new TreeMap<>();
        for (HealthCheck check : checks) {
            HealthCheckResponse result = check.call();
            results.put(result.getName(), result.getStatus());
        }
        Status all = results.containsValue(Status.DOWN) ? Status.DOWN : Status.UP;
        return Response.status(all == Status.UP ? 200 : 503).entity(new Health(all, results, realtime.sessions())).header("Cache-Control", "no-store").build();
    }

    /** {@code sockets} are the browsers connected to the instance that answers. */
    public record Health(Status status, Map<String, Status> checks, int sockets) {
    }
}
