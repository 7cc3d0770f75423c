package id.aglis.portal.tickets;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlaPolicyTest {

    private static final Instant CREATED = Instant.parse("2026-03-01T02:00:00Z");

    @ParameterizedTest
    @CsvSource({"REPAIR,CRITICAL,2", "REPAIR,HIGH,4", "REPAIR,NORMAL,24", "REPAIR,LOW,48", "DISMANTLE,NORMAL,24",
        "INSTALLATION,CRITICAL,2", "INSTALLATION,HIGH,4", "INSTALLATION,NORMAL,48", "INSTALLATION,LOW,48"})
    void counts_hours_by_type_and_priority_from_creation(TicketType type, TicketPriority priority, int hours) {
        Instant due = SlaPolicy.due(type, Optional.empty(), priority, CREATED, Optional.empty());
        assertEquals(CREATED.plus(Duration.ofHours(hours)), due);
    }

    @Test
    void gives_a_site_survey_a_day_after_its_appointment() {
        Instant appointment = CREATED.plus(Duration.ofDays(3));
        Instant due = SlaPolicy.due(TicketType.MAINTENANCE, Optional.of(TicketCategory.SITE_SURVEY), TicketPriority.NORMAL, CREATED,
                Optional.of(appointment));
        assertEquals(appointment.plus(Duration.ofHours(24)), due);
    }

    @Test
    void does_not_look_at_the_appointment_of_other_work() {
        Instant due = SlaPolicy.due(TicketType.REPAIR, Optional.of(TicketCategory.CABLE_DAMAGE), TicketPriority.HIGH, CREATED,
                Optional.of(CREATED.plus(Duration.ofDays(3))));
        assertEquals(CREATED.plus(Duration.ofHours(4)), due);
    }
}
