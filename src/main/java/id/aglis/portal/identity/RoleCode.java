package id.aglis.portal.identity;

import jakarta.json.bind.adapter.JsonbAdapter;
import jakarta.json.bind.JsonbException;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** A role in JSON and in the database is its code. */
@Converter(autoApply = true)
public class RoleCode implements JsonbAdapter<Role, String>, AttributeConverter<Role, String> {

    @Override
    public String adaptToJson(Role role) {
        return role.code();
    }

    @Override
    public Role adaptFromJson(String code) {
        return Role.of(code).orElseThrow(() -> new JsonbException("There is no role " + code + "."));
    }

    @Override
    public String convertToDatabaseColumn(Role role) {
        return role == null ? null : role.code();
    }

    @Override
    public Role convertToEntityAttribute(String code) {
        return code == null ? null : Role.of(code).orElseThrow(() -> new IllegalStateException("Unknown role in the database: " + code));
    }
}
