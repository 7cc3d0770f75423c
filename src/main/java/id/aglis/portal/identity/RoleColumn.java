package id.aglis.portal.identity;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** A role in the database is its code. */
@Converter(autoApply = true)
public class RoleColumn implements AttributeConverter<Role, String> {

    @Override
    public String convertToDatabaseColumn(Role role) {
        return role == null ? null : role.code();
    }

    @Override
    public Role convertToEntityAttribute(String code) {
        return code == null ? null : Role.of(code).orElseThrow(() -> new IllegalStateException("Unknown role in the database: " + code));
    }
}
