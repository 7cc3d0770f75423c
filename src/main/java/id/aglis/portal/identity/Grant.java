package id.aglis.portal.identity;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

/** A role holds a permission; both by their names, since no converter applies to a key. */
@Entity
@Table(name = "role_permissions")
@IdClass(Grant.Key.class)
public class Grant {

    @Id
    private String role;
    @Id
    private String permission;

    protected Grant() {
    }

    /** Both columns together. */
    public static class Key implements java.io.Serializable {

        private String role;
        private String permission;

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.role.equals(role) && key.permission.equals(permission);
        }

        @Override
        public int hashCode() {
            return role.hashCode() * 31 + permission.hashCode();
        }
    }
}
