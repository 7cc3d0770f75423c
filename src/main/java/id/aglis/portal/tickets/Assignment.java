package id.aglis.portal.tickets;

import java.util.Optional;

/**
 * Who shall do the work.
 *
 * @param technicianId his profile
 * @param version      the version of the ticket that the caller looked at
 * @param note         what he wants to say about it, for the history
 */
public record Assignment(long technicianId, long version, Optional<String> note) {
}
