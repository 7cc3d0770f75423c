package id.aglis.portal.identity;

/**
 * A user account came into being. Fired inside the transaction that creates it, so that an observer that fails prevents it.
 *
 * @param phone empty when not given
 */
public record UserCreated(long id, Role role, String fullName, String phone, String email) {
}
