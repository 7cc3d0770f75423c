package id.aglis.portal.identity;

import java.util.Optional;

/**
 * Which users are wanted.
 *
 * @param text part of the user name, full name or e-mail, in any case; empty for all
 */
public record UserSearch(String text, Optional<Role> role, Optional<Boolean> active) {
}
