package id.aglis.portal.identity;

/**
 * What is needed to create a user.
 *
 * @param username 3 to 50 letters, digits, dots, hyphens or underscores
 * @param phone    empty when not given
 * @param password in clear; only its hash is kept
 */
public record NewUser(String username, String fullName, String email, String phone, Role role, String password) {
}
