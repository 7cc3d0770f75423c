package id.aglis.portal.identity;

import java.time.Instant;

/** Users for units of other packages, with ids although they were never stored. */
public final class SomeUser {

    private SomeUser() {
    }

    public static User named(long id, String fullName, Role role) {
        User user = new User("user" + id, role, "no hash", Instant.EPOCH);
        user.describe(fullName, "user" + id + "@example.test", "");
        return withId(user, id);
    }

    public static User gone(long id, String fullName) {
        User user = named(id, fullName, Role.TECHNICIAN);
        user.activate(false);
        return user;
    }

    public static <T> T withId(T entity, long id) {
        try {
            var field = entity.getClass().getDeclaredField("id");
            field.setAccessible(true);
            field.set(entity, id);
            return entity;
        } catch (ReflectiveOperationException noSuchField) {
            throw new AssertionError(noSuchField);
        }
    }
}
