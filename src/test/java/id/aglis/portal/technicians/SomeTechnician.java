package id.aglis.portal.technicians;

import id.aglis.portal.identity.SomeUser;
import id.aglis.portal.identity.User;
import java.time.Instant;

/** Technicians for units of other packages. */
public final class SomeTechnician {

    private SomeTechnician() {
    }

    public static Technician of(long id, User user) {
        return SomeUser.withId(new Technician("TEC" + id, user, Instant.EPOCH), id);
    }
}
