package id.aglis.portal.tickets;

import id.aglis.portal.web.Form;
import id.aglis.portal.web.SearchText;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** The filter of a list of tickets, as it stands in the query of the address; several statuses are separated by commas. */
record TicketQuery(String status, String type, String priority, String technicianId, String customerId, String search, boolean mine) {

    /** @throws id.aglis.portal.Refusal.Invalid naming the parameters that cannot be understood */
    TicketFilter filter() {
        Form form = new Form();
        TicketFilter filter = new TicketFilter(statuses(form), form.choice("type", given(type), TicketType.class),
                form.choice("priority", given(priority), TicketPriority.class), form.id("technicianId", given(technicianId)),
                form.id("customerId", given(customerId)), SearchText.of(search), mine);
        form.refuseIfWrong();
        return filter;
    }

    private Set<TicketStatus> statuses(Form form) {
        Set<TicketStatus> wanted = EnumSet.noneOf(TicketStatus.class);
        if (given(status) != null) {
            for (String code : status.split(",")) {
                form.choice("status", code.strip(), TicketStatus.class).ifPresent(wanted::add);
            }
        }
        return wanted;
    }

    /** An empty parameter is one that was not given. */
    private static String given(String parameter) {
        return Optional.ofNullable(parameter).filter(text -> !text.isBlank()).orElse(null);
    }
}
