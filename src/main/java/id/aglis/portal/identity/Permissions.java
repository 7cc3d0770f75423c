package id.aglis.portal.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/** Which role may do what, read from the database whenever it is asked. */
@ApplicationScoped
public class Permissions {

    @PersistenceContext(unitName = "portal")
    private EntityManager database;

    @Transactional
    public Set<Permission> of(Role role) {
        TypedQuery<String> names = database.createQuery("select g.permission from Grant g where g.role = :role", String.class);
        return Permission.named(names.setParameter("role", role.code()).getResultStream());
    }

    @Transactional
    public Map<Role, Set<Permission>> matrix() {
        Map<Role, Set<Permission>> matrix = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            matrix.put(role, of(role));
        }
        return matrix;
    }
}
