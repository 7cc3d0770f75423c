package id.aglis.portal.tickets;

import static id.aglis.portal.tickets.TicketType.DISMANTLE;
import static id.aglis.portal.tickets.TicketType.DOWNGRADE;
import static id.aglis.portal.tickets.TicketType.INSTALLATION;
import static id.aglis.portal.tickets.TicketType.MAINTENANCE;
import static id.aglis.portal.tickets.TicketType.REPAIR;
import static id.aglis.portal.tickets.TicketType.UPGRADE;
import static id.aglis.portal.tickets.TicketType.WIFI_SETUP;

import id.aglis.portal.Coded;

/** What exactly is to be done within a type, with the minutes it usually takes. */
public enum TicketCategory implements Coded {
    FIBER_INSTALLATION(INSTALLATION, 180), COPPER_INSTALLATION(INSTALLATION, 150), WIRELESS_INSTALLATION(INSTALLATION, 120),
    HYBRID_INSTALLATION(INSTALLATION, 200), NEW_REGISTRATION(INSTALLATION, 180), RELOCATION_INTERNAL(INSTALLATION, 60),

    CABLE_DAMAGE(REPAIR, 120), EQUIPMENT_FAILURE(REPAIR, 90), SIGNAL_ISSUE(REPAIR, 60), CONNECTION_PROBLEM(REPAIR, 45), PORT_ISSUE(REPAIR, 60),

    PREVENTIVE_MAINTENANCE(MAINTENANCE, 90), EQUIPMENT_INSPECTION(MAINTENANCE, 60), NETWORK_OPTIMIZATION(MAINTENANCE, 120),
    CLEANING_SERVICE(MAINTENANCE, 45), FIBER_CLEANING(MAINTENANCE, 30), SPEED_TEST(MAINTENANCE, 20), CABLE_MANAGEMENT(MAINTENANCE, 30),
    FIRMWARE_UPDATE(MAINTENANCE, 30), SITE_SURVEY(MAINTENANCE, 60),

    SPEED_UPGRADE(UPGRADE, 15), EQUIPMENT_UPGRADE(UPGRADE, 30), PLAN_UPGRADE(UPGRADE, 10), TECHNOLOGY_UPGRADE(UPGRADE, 120),
    PACKAGE_UPGRADE(UPGRADE, 15), ADD_STATIC_IP(UPGRADE, 20),

    NEW_WIFI_CONFIG(WIFI_SETUP, 15), WIFI_EXTENSION(WIFI_SETUP, 30), WIFI_SECURITY(WIFI_SETUP, 20),
    MESH_NETWORK(WIFI_SETUP, 45), CHANGE_PASSWORD(WIFI_SETUP, 15), DUAL_BAND_SETUP(WIFI_SETUP, 30),
    GUEST_NETWORK(WIFI_SETUP, 20), PARENTAL_CONTROL(WIFI_SETUP, 30),

    PACKAGE_DOWNGRADE(DOWNGRADE, 15), SPEED_REDUCTION(DOWNGRADE, 15), FEATURE_REMOVAL(DOWNGRADE, 10),

    FULL_DISMANTLE(DISMANTLE, 180), PARTIAL_DISMANTLE(DISMANTLE, 90), EQUIPMENT_RETURN(DISMANTLE, 60);

    private final TicketType type;
    private final int minutes;

    TicketCategory(TicketType type, int minutes) {
        this.type = type;
        this.minutes = minutes;
    }

    public TicketType type() {
        return type;
    }

    public int minutes() {
        return minutes;
    }
}
