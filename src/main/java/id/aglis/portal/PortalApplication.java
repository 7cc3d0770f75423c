package id.aglis.portal;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;

/** Mounts all REST resources of the portal under {@code /api}. */
@ApplicationPath("/api")
public class PortalApplication extends Application {

    /** OpenAPI describes the interface; the second, undocumented description of Jersey stays off. */
    @Override
    public Map<String, Object> getProperties() {
        return Map.of("jersey.config.server.wadl.disableWadl", true);
    }
}
