package id.aglis.portal.technicians;

/** A technician can take work now, or cannot any more. Fired inside the transaction that notes it. */
public record TechnicianStatusChanged(TechnicianView technician) {
}
