package id.aglis.portal.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PermissionTest {

    @Test
    void every_name_means_its_permission() {
        assertEquals(Set.of(Permission.values()), Permission.named(Stream.of(Permission.values()).map(Permission::wireName)));
    }

    @Test
    void names_that_this_version_does_not_know_and_none_at_all_permit_nothing() {
        assertEquals(Set.of(), Permission.named(Stream.of("tickets.teleport", null)));
    }
}
