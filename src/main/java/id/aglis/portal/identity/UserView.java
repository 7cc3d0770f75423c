package id.aglis.portal.identity;

import java.time.Instant;

/** A user as JSON, without anything that proves who he is. */
public record UserView(long id, long version, String username, String fullName, String email, String phone, Role role, boolean active,
        Instant lastLoginAt, Instant createdAt) {

    public static UserView of(User user) {
        return new UserView(user.id(), user.version(), user.username(), user.fullName(), user.email(), user.phone(), user.role(),
                user.active(), user.lastLoginAt(), user.createdAt());
    }
}
