package id.aglis.portal.identity;

import id.aglis.portal.Refusal;
import id.aglis.portal.identity.Session.Renewal;
import id.aglis.portal.realtime.Broadcaster;
import id.aglis.portal.realtime.EventName;
import id.aglis.portal.realtime.Room;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Sessions from login to their end. Every call and every socket is checked against the session's row ({@link Proofs}), so that an end is an
 * end at once and everywhere; the sockets of an ended session are told so and disconnected after commit.
 */
@ApplicationScoped
public class Sessions {

    private static final int ID_BYTES = 18;

    @PersistenceContext(unitName = "portal")
    private EntityManager database;
    @Inject
    private Tokens tokens;
    @Inject
    private RefreshTokens refreshTokens;
    @Inject
    private Permissions permissions;
    @Inject
    private Broadcaster broadcaster;
    @Inject
    private InstantSource time;
    @Inject
    @ConfigProperty(name = "portal.identity.session")
    private Duration life;
    @Inject
    @ConfigProperty(name = "portal.identity.refresh-grace")
    private Duration grace;
    private final SecureRandom random = new SecureRandom();

    /** Opens a session for a user whose password has been seen. */
    @Transactional
    public SignedIn open(User user) {
        byte[] id = new byte[ID_BYTES];
        random.nextBytes(id);
        Session session = new Session(Base64.getUrlEncoder().withoutPadding().encodeToString(id), user.id(), time.instant(), life);
        database.persist(session);
        return signedIn(session, user);
    }

    /**
     * Exchanges a refresh token for a new one and an access token. A token that was exchanged longer than the grace ago is in two hands:
     * its session ends.
     *
     * @throws Refusal.Unauthenticated when the token is worth nothing (any more)
     */
    @Transactional(dontRollbackOn = Refusal.Unauthenticated.class)
    public SignedIn renew(String refreshToken) {
        RefreshTokens.Claims shown = refreshTokens.verify(refreshToken).orElseThrow(Sessions::ended);
        Session session = locked(shown.sessionId()).orElseThrow(Sessions::ended);
        Renewal renewal = session.judge(shown.generation(), time.instant(), grace);
        if (renewal == Renewal.STOLEN) {
            end(session, "token_reused");
        } else if (renewal == Renewal.DUE) {
            session.renew(time.instant(), life);
        }
        User user = database.find(User.class, session.userId());
        if (renewal == Renewal.STOLEN || renewal == Renewal.ENDED || !user.active()) {
            throw ended();
        }
        return signedIn(session, user);
    }

    /** Ends the session of a refresh token, if there is one. */
    @Transactional
    public void endByRefreshToken(String refreshToken) {
        refreshTokens.verify(refreshToken).ifPresent(shown -> end(shown.sessionId()));
    }

    /** Ends one session, if it lives. */
    @Transactional
    public void end(String sessionId) {
        locked(sessionId).ifPresent(session -> end(session, "signed_out"));
    }

    /** Ends all sessions of a user; {@code reason} is told to the browsers. */
    @Transactional
    public void endAll(long userId, String reason) {
        List<Session> open = database.createQuery("select s from Session s where s.userId = :user and s.revokedAt is null", Session.class)
                .setParameter("user", userId)
                .getResultList();
        open.forEach(session -> end(session, reason));
    }

    /** Makes the sockets of a user, whose sessions go on, come back with his new rights. */
    @Transactional
    public void renewSockets(long userId, String reason) {
        tell(Room.user(userId), reason);
    }

    /** Removes sessions that ended long ago. */
    @Transactional
    public int purge() {
        return database.createQuery("delete from Session s where s.expiresAt < :now").setParameter("now", time.instant()).executeUpdate();
    }

    private Optional<Session> locked(String id) {
        return Optional.ofNullable(database.find(Session.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    private SignedIn signedIn(Session session, User user) {
        return new SignedIn(caller(user, session.id()), UserView.of(user), tokens.issue(user.id(), session.id()), tokens.life(),
                refreshTokens.issue(session.id(), session.generation()), life);
    }

    private Caller caller(User user, String sessionId) {
        return new Caller(user.id(), user.username(), user.fullName(), user.role(), sessionId, permissions.of(user.role()));
    }

    private void end(Session session, String reason) {
        if (session.lives(time.instant())) {
            session.revoke(time.instant());
            tell(Room.session(session.id()), reason);
        }
    }

    private void tell(Room room, String reason) {
        broadcaster.to(room).emit(EventName.SESSION_REVOKED, Map.of("reason", reason));
        broadcaster.to(room).disconnect();
    }

    private static Refusal ended() {
        return Refusal.unauthenticated("The session has ended. Please sign in again.");
    }
}
