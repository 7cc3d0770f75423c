package id.aglis.portal.identity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Locale;

/**
 * The account of a member of staff. It is created with a role and a password, may change its name, contact, role and password, and is
 * deactivated rather than deleted, so that its name stays beside what it did. User name and e-mail are kept in lower case and are unique.
 */
@Entity
@Table(name = "users")
@SequenceGenerator(name = "users_seq", sequenceName = "users_seq", allocationSize = 1)
public class User {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "users_seq")
    private Long id;
    @Version
    private long version;
    private String username;
    private String email;
    @Column(name = "full_name")
    private String fullName;
    private String phone;
    private Role role;
    private boolean active = true;
    @Column(name = "password_hash")
    private String passwordHash;
    @Column(name = "last_login_at")
    private Instant lastLoginAt;
    @Column(name = "created_at")
    private Instant createdAt;
    @Column(name = "updated_at")
    private Instant updatedAt;
    @Column(name = "updated_by")
    private String updatedBy;

    protected User() {
    }

    User(String username, Role role, String passwordHash, Instant now) {
        this.username = username.toLowerCase(Locale.ROOT);
        this.role = role;
        this.passwordHash = passwordHash;
        this.createdAt = now;
        this.updatedAt = now;
    }

    void describe(String newFullName, String newEmail, String newPhone) {
        fullName = newFullName;
        email = newEmail.toLowerCase(Locale.ROOT);
        phone = newPhone;
    }

    void take(Role newRole) {
        role = newRole;
    }

    void activate(boolean nowActive) {
        active = nowActive;
    }

    void changePassword(String newHash) {
        passwordHash = newHash;
    }

    void signedIn(Instant now) {
        lastLoginAt = now;
    }

    /** Notes who wrote last; {@code by} is a full name. */
    void touched(String by, Instant now) {
        updatedBy = by;
        updatedAt = now;
    }

    public long id() {
        return id;
    }

    public long version() {
        return version;
    }

    public String username() {
        return username;
    }

    public String email() {
        return email;
    }

    public String fullName() {
        return fullName;
    }

    /** Empty when not given. */
    public String phone() {
        return phone;
    }

    public Role role() {
        return role;
    }

    public boolean active() {
        return active;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    String updatedBy() {
        return updatedBy;
    }

    Instant lastLoginAt() {
        return lastLoginAt;
    }

    String passwordHash() {
        return passwordHash;
    }
}
