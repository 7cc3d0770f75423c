package id.aglis.portal.ops;

import id.aglis.portal.realtime.RealtimeServer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready only when sockets are accepted. */
@Readiness
@ApplicationScoped
public class RealtimeHealth implements HealthCheck {

    @Inject
    private RealtimeServer realtime;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("realtime").status(realtime.accepts()).build();
    }
}
