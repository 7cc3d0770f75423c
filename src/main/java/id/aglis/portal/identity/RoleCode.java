package id.aglis.portal.identity;

import jakarta.json.bind.JsonbException;
import jakarta.json.bind.adapter.JsonbAdapter;

/** A role in JSON is its code. */
public class RoleCode implements JsonbAdapter<Role, String> {

    @Override
    public String adaptToJson(Role role) {
        return role.code();
    }

    @Override
    public Role adaptFromJson(String code) {
        return Role.of(code).orElseThrow(() -> new JsonbException("There is no role " + code + "."));
    }
}
