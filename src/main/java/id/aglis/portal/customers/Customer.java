package id.aglis.portal.customers;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/**
 * Somebody who is, or waits to be, connected. Taken on with a business number, he becomes active at the latest when his installation is
 * completed. Neither phone nor e-mail identifies him, the number does.
 */
@Entity
@Table(name = "customers")
@SequenceGenerator(name = "customers_seq", sequenceName = "customers_seq", allocationSize = 1)
public class Customer {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "customers_seq")
    private Long id;
    @Version
    private long version;
    private String number;
    private String name;
    private String phone;
    private String email;
    private String address;
    private String city;
    @Enumerated(EnumType.STRING)
    @Column(name = "account_status")
    private AccountStatus accountStatus;
    @Column(name = "created_at")
    private Instant createdAt;
    @Column(name = "updated_at")
    private Instant updatedAt;

    protected Customer() {
    }

    public Customer(String number, NewCustomer given, AccountStatus accountStatus, Instant at) {
        this.number = number;
        this.name = given.name();
        this.phone = given.phone();
        this.email = given.email().orElse("");
        this.address = given.address().orElse("");
        this.city = given.city().orElse("");
        this.accountStatus = accountStatus;
        this.createdAt = at;
        this.updatedAt = at;
    }

    /**
     * The line is in place.
     *
     * @return whether this changed anything: only somebody who waited for it becomes active
     */
    public boolean connect(Instant at) {
        if (accountStatus != AccountStatus.PENDING_INSTALLATION) {
            return false;
        }
        accountStatus = AccountStatus.ACTIVE;
        updatedAt = at;
        return true;
    }

    public long id() {
        return id;
    }

    public long version() {
        return version;
    }

    public String number() {
        return number;
    }

    public String name() {
        return name;
    }

    public String phone() {
        return phone;
    }

    /** Empty when not known; so are address and city. */
    public String email() {
        return email;
    }

    public String address() {
        return address;
    }

    public String city() {
        return city;
    }

    public AccountStatus accountStatus() {
        return accountStatus;
    }

    public Instant createdAt() {
        return createdAt;
    }
}
