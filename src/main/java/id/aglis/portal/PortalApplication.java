package id.aglis.portal;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Mounts all REST resources of the portal under {@code /api}. */
@ApplicationPath("/api")
public class PortalApplication extends Application {
}
