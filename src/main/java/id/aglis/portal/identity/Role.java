package id.aglis.portal.identity;

import jakarta.json.bind.annotation.JsonbTypeAdapter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The job of a member of staff; it decides what he may do ({@link Permission}) and which events reach him. */
@JsonbTypeAdapter(RoleCode.class)
public enum Role {

    ADMIN,
    SUPERVISOR,
    MANAGER,
    NOC,
    CUSTOMER_SERVICE,
    TECHNICIAN;

    /** As on the wire, in the database and in room names: {@code customer_service}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Role> of(String code) {
        return Arrays.stream(values()).filter(role -> role.code().equals(code)).findFirst();
    }
}
