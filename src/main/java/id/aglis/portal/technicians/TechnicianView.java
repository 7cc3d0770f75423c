package id.aglis.portal.technicians;

/**
 * A technician as colleagues may see him.
 *
 * @param activeTickets tickets assigned to him and not finished
 */
public record TechnicianView(long id, long version, String employeeId, long userId, String fullName, String phone, String skillLevel,
                             String workZone, String availability, long activeTickets, int maxDailyTickets) {

    public static TechnicianView of(Technician technician, long activeTickets) {
        return new TechnicianView(technician.id(), technician.version(), technician.employeeId(), technician.user().id(),
                technician.user().fullName(), technician.user().phone(), technician.skillLevel().code(), technician.workZone(),
                technician.availability().code(), activeTickets, technician.maxDailyTickets());
    }
}
