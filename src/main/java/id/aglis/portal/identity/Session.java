package id.aglis.portal.identity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;

/**
 * One login in one browser. It is opened by a login, renewed by its refresh token of the present generation, and ends when it is revoked or
 * has not been renewed for long. Each renewal begins a new generation.
 */
@Entity
@Table(name = "sessions")
public class Session {

    @Id
    private String id;
    @Column(name = "user_id")
    private long userId;
    private int generation;
    @Column(name = "rotated_at")
    private Instant rotatedAt;
    @Column(name = "created_at")
    private Instant createdAt;
    @Column(name = "expires_at")
    private Instant expiresAt;
    @Column(name = "revoked_at")
    private Instant revokedAt;

    protected Session() {
    }

    Session(String id, long userId, Instant now, Duration life) {
        this.id = id;
        this.userId = userId;
        this.createdAt = now;
        this.rotatedAt = now;
        this.expiresAt = now.plus(life);
    }

    boolean lives(Instant now) {
        return revokedAt == null && now.isBefore(expiresAt);
    }

    /** What it means that a genuine refresh token of that generation is shown at {@code now}. */
    Renewal judge(int shown, Instant now, Duration grace) {
        if (!lives(now)) {
            return Renewal.ENDED;
        } else if (shown == generation) {
            return Renewal.DUE;
        } else if (shown == generation - 1 && now.isBefore(rotatedAt.plus(grace))) {
            return Renewal.REPEATED;
        } else {
            return Renewal.STOLEN;
        }
    }

    void renew(Instant now, Duration life) {
        generation++;
        rotatedAt = now;
        expiresAt = now.plus(life);
    }

    void revoke(Instant now) {
        revokedAt = now;
    }

    String id() {
        return id;
    }

    long userId() {
        return userId;
    }

    int generation() {
        return generation;
    }

    enum Renewal {
        /** The token is the present one. */
        DUE,
        /** Another tab was faster, or the answer was lost: the present token is given again. */
        REPEATED,
        /** Somebody else has renewed before: one of the two is a thief. */
        STOLEN,
        ENDED
    }
}
