package id.aglis.portal.technicians;

import id.aglis.portal.identity.Role;
import id.aglis.portal.identity.User;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/**
 * What the portal knows about a user because he works in the field. It comes into being with the user, and leaves name, phone and whether
 * he is still employed to him, so that there is nothing to keep in step.
 */
@Entity
@Table(name = "technicians")
@SequenceGenerator(name = "technicians_seq", sequenceName = "technicians_seq", allocationSize = 1)
public class Technician {

    /** Open tickets one person can carry unless something else is agreed. */
    private static final int USUAL_LOAD = 8;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "technicians_seq")
    private Long id;
    @Version
    private long version;
    @OneToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "user_id")
    private User user;
    @Column(name = "employee_id")
    private String employeeId;
    @Enumerated(EnumType.STRING)
    @Column(name = "skill_level")
    private SkillLevel skillLevel = SkillLevel.JUNIOR;
    @Column(name = "work_zone")
    private String workZone = "";
    @Column(name = "max_daily_tickets")
    private int maxDailyTickets = USUAL_LOAD;
    @Enumerated(EnumType.STRING)
    private Availability availability = Availability.AVAILABLE;
    @Column(name = "created_at")
    private Instant createdAt;
    @Column(name = "updated_at")
    private Instant updatedAt;
    @Column(name = "updated_by")
    private String updatedBy = "";

    protected Technician() {
    }

    Technician(String employeeId, User user, Instant at) {
        this.employeeId = employeeId;
        this.user = user;
        this.createdAt = at;
        this.updatedAt = at;
    }

    public void train(SkillLevel level, String zone) {
        skillLevel = level;
        workZone = zone;
    }

    public void become(Availability now) {
        availability = now;
    }


    /** Notes who wrote last; {@code by} is a full name. */
    void touched(String by, Instant at) {
        updatedBy = by;
        updatedAt = at;
    }

    /** Whether he still works here, and as a technician. */
    public boolean isEmployed() {
        return user.active() && user.role() == Role.TECHNICIAN;
    }

    public long id() {
        return id;
    }

    public long version() {
        return version;
    }

    public User user() {
        return user;
    }

    public String employeeId() {
        return employeeId;
    }

    public SkillLevel skillLevel() {
        return skillLevel;
    }

    /** Empty when none is agreed. */
    public String workZone() {
        return workZone;
    }

    /** How many open tickets he may carry at a time. */
    public int maxDailyTickets() {
        return maxDailyTickets;
    }

    public Availability availability() {
        return availability;
    }

    Instant updatedAt() {
        return updatedAt;
    }

    /** Empty while nobody has changed anything. */
    String updatedBy() {
        return updatedBy;
    }
}
