package id.aglis.portal.ops;

import id.aglis.portal.tickets.NewTicket;
import id.aglis.portal.tickets.TicketCategory;
import id.aglis.portal.tickets.TicketPriority;
import java.util.List;
import java.util.Optional;

/** A kind of work that the demo's customers ask for. */
record DemoJob(TicketCategory category, TicketPriority priority, String title, String description, String resolution) {

    /** Installations are for those who wait for their line. */
    static final DemoJob INSTALLATION = new DemoJob(TicketCategory.FIBER_INSTALLATION, TicketPriority.NORMAL, "New fiber line",
            "Install a fiber line with one access point.", "Line installed, signal within limits.");

    static final List<DemoJob> USUAL = List.of(
            new DemoJob(TicketCategory.CONNECTION_PROBLEM, TicketPriority.NORMAL, "Connection drops in the evening",
                    "The connection drops several times between 19:00 and 22:00.", "Replaced a worn patch cord."),
            new DemoJob(TicketCategory.SIGNAL_ISSUE, TicketPriority.HIGH, "Red light on the modem",
                    "The LOS light is red since this morning.", "Cleaned the connector, signal restored."),
            new DemoJob(TicketCategory.CABLE_DAMAGE, TicketPriority.CRITICAL, "Drop cable torn down by a lorry",
                    "The cable lies across the road.", "Pulled a new drop cable."),
            new DemoJob(TicketCategory.EQUIPMENT_FAILURE, TicketPriority.HIGH, "Modem does not start", "No light at all.", "Replaced the modem."),
            new DemoJob(TicketCategory.PORT_ISSUE, TicketPriority.NORMAL, "Second LAN port dead", "Only the first port works.", "Replaced the modem."),
            new DemoJob(TicketCategory.PREVENTIVE_MAINTENANCE, TicketPriority.LOW, "Half-yearly check", "Inspect cabinet and cabling.",
                    "Everything in order."),
            new DemoJob(TicketCategory.FIBER_CLEANING, TicketPriority.LOW, "High attenuation on the splitter", "Clean all connectors.",
                    "Attenuation back to normal."),
            new DemoJob(TicketCategory.SPEED_UPGRADE, TicketPriority.NORMAL, "Upgrade to 100 Mbps", "The customer has booked a faster package.",
                    "New profile active, speed verified."),
            new DemoJob(TicketCategory.WIFI_EXTENSION, TicketPriority.NORMAL, "No WiFi upstairs", "Add an access point on the second floor.",
                    "Access point installed."),
            new DemoJob(TicketCategory.CHANGE_PASSWORD, TicketPriority.LOW, "Change of the WiFi password", "The customer wants a new password.",
                    "Password changed together with the customer."),
            new DemoJob(TicketCategory.PACKAGE_DOWNGRADE, TicketPriority.LOW, "Downgrade to 30 Mbps", "From the first of the month.",
                    "New profile active."),
            new DemoJob(TicketCategory.EQUIPMENT_RETURN, TicketPriority.LOW, "Collect the modem", "The contract has ended.", "Modem collected."));

    NewTicket ticketFor(long customerId) {
        return new NewTicket(customerId, category.type(), Optional.of(category), title, description, priority, Optional.empty());
    }
}
