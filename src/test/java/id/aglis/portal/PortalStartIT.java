package id.aglis.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class PortalStartIT {

    @Test
    void starts_as_shipped_and_ends_when_it_is_asked_to() throws IOException {
        var home = PortalProcess.home(PortalProcess.PORTAL_WAR);
        try (var portal = home.start()) {
            assertEquals(200, portal.status("/health/live"));
            var pid = Long.toString(portal.pid());
            assertTrue(Files.readString(home.directory().resolve("instances/portal-1/pid")).startsWith(pid + " "));
            portal.stop();
            assertFalse(ProcessHandle.of(portal.pid()).isPresent());
        }
    }
}
