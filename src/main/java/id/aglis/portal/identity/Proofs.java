package id.aglis.portal.identity;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * Tells who holds an access token. Asked at every call and by every socket of a reconnect storm, so it is one statement, without the
 * transaction and the entities around it that would cost more than the statement.
 */
@ApplicationScoped
public class Proofs {

    /** A row for every permission of the holder; one without any where his role has none. */
    private static final String HOLDER = """
            select u.username, u.full_name, u.role, p.permission
            from sessions s join users u on u.id = s.user_id left join role_permissions p on p.role = u.role
            where s.id = ? and u.id = ? and u.active and s.revoked_at is null and s.expires_at > ?""";

    @Resource(lookup = "java:app/jdbc/portal")
    private DataSource database;
    @Inject
    private Tokens tokens;
    @Inject
    private InstantSource time;

    /**
     * Who holds this token, with his rights of this moment; empty when the token, its session or its user is not good (any more).
     *
     * @throws PersistenceException when the database cannot be asked
     */
    public Optional<Proof> of(String accessToken) {
        return tokens.verify(accessToken).flatMap(claims -> holder(claims).map(caller -> new Proof(caller, claims.ends())));
    }

    private Optional<Caller> holder(Tokens.Claims claims) {
        try (Connection connection = database.getConnection(); PreparedStatement question = connection.prepareStatement(HOLDER)) {
            question.setString(1, claims.sessionId());
            question.setLong(2, claims.userId());
            question.setObject(3, time.instant().atOffset(ZoneOffset.UTC));
            try (ResultSet rows = question.executeQuery()) {
                return rows.next() ? Optional.of(caller(claims, rows)) : Optional.empty();
            }
        } catch (SQLException failure) {
            throw new PersistenceException("It cannot be said whose token this is.", failure);
        }
    }

    private static Caller caller(Tokens.Claims claims, ResultSet rows) throws SQLException {
        String username = rows.getString(1);
        String fullName = rows.getString(2);
        Role role = new RoleColumn().convertToEntityAttribute(rows.getString(3));
        Stream.Builder<String> permissions = Stream.builder();
        do {
            permissions.add(rows.getString(4));
        } while (rows.next());
        return new Caller(claims.userId(), username, fullName, role, claims.sessionId(), Permission.named(permissions.build()));
    }
}
