package id.aglis.portal.identity;

import java.util.Optional;

/** What to change about a user; what is empty stays. {@code version} is the version that the writer has seen. */
public record UserPatch(long version, Optional<String> fullName, Optional<String> email, Optional<String> phone, Optional<Role> role,
        Optional<Boolean> active) {

    static UserPatch contact(long version, String fullName, String email, String phone) {
        return new UserPatch(version, Optional.ofNullable(fullName), Optional.ofNullable(email), Optional.ofNullable(phone), Optional.empty(),
                Optional.empty());
    }
}
