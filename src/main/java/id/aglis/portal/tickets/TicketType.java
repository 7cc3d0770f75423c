package id.aglis.portal.tickets;

import id.aglis.portal.Coded;
import java.util.List;
import java.util.stream.Stream;

/** The kinds of work the field staff does, with the minutes each usually takes. */
public enum TicketType implements Coded {
    INSTALLATION(120), REPAIR(120), MAINTENANCE(120), UPGRADE(15), WIFI_SETUP(15), DOWNGRADE(15), DISMANTLE(60);

    private final int minutes;

    TicketType(int minutes) {
        this.minutes = minutes;
    }

    public int minutes() {
        return minutes;
    }

    public List<TicketCategory> categories() {
        return Stream.of(TicketCategory.values()).filter(category -> category.type() == this).toList();
    }
}
