package id.aglis.portal.identity;

import java.util.Set;

/**
 * A user who has proved who he is, with what he may do at this moment. Carried by {@link CurrentUser} during a call, and by a socket for as
 * long as it is connected.
 *
 * @param sessionId id of the session (one login in one browser) that the proof belongs to
 */
public record Caller(long id, String username, String fullName, Role role, String sessionId, Set<Permission> permissions) {

    public Caller {
        permissions = Set.copyOf(permissions);
    }

    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }
}
