package id.aglis.portal.identity;

/**
 * A user's contact, role or activity changed. Fired inside the transaction of the change, so that an observer that refuses prevents it.
 *
 * @param formerRole the role before; equal to {@code role} when that did not change
 * @param phone      empty when not given
 */
public record UserChanged(long id, Role formerRole, Role role, String fullName, String phone, String email, boolean active) {
}
