package id.aglis.portal.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which role may do what, read from the database whenever it is asked. A name in the database that this version does not know grants nothing. */
@ApplicationScoped
public class Permissions {

    @PersistenceContext(unitName = "portal")
    private EntityManager database;

    public Set<Permission> of(Role role) {
        TypedQuery<String> names = database.createQuery("select g.permission from Grant g where g.role = :role", String.class);
        Set<Permission> held = EnumSet.noneOf(Permission.class);
        names.setParameter("role", role.code()).getResultStream().map(Permission::of).flatMap(Optional::stream).forEach(held::add);
        return held;
    }

    public Map<Role, Set<Permission>> matrix() {
        Map<Role, Set<Permission>> matrix = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            matrix.put(role, of(role));
        }
        return matrix;
    }
}
