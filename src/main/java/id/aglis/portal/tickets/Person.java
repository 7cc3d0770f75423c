package id.aglis.portal.tickets;

import id.aglis.portal.identity.User;

/** A member of staff, as far as others need to know. */
public record Person(long id, String fullName) {

    static Person of(User user) {
        return new Person(user.id(), user.fullName());
    }
}
