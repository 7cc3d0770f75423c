package id.aglis.portal.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import id.aglis.portal.PortalSecret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Access tokens: JSON Web Tokens signed with HS256 that say which user and which session the holder is. They say nothing about rights;
 * those are looked up, so that they change at once.
 */
@ApplicationScoped
public class Tokens {

    private static final String SESSION = "sid";

    private byte[] key;
    private Duration life;
    private InstantSource time;

    protected Tokens() {
    }

    @Inject
    public Tokens(PortalSecret secret, InstantSource time, @ConfigProperty(name = "portal.identity.access-token") Duration life) {
        this(secret.keyFor("access tokens"), time, life);
    }

    Tokens(byte[] key, InstantSource time, Duration life) {
        this.key = key;
        this.time = time;
        this.life = life;
    }

    public Duration life() {
        return life;
    }

    String issue(long userId, String sessionId) {
        Instant now = time.instant();
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .subject(Long.toString(userId))
                .claim(SESSION, sessionId)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(life)))
                .build();
        SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
        try {
            token.sign(new MACSigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("Tokens cannot be signed.", e);
        }
        return token.serialize();
    }

    /** What a genuine token that has not ended says; empty for anything else. */
    Optional<Claims> verify(String text) {
        try {
            SignedJWT token = SignedJWT.parse(text);
            if (!JWSAlgorithm.HS256.equals(token.getHeader().getAlgorithm()) || !token.verify(new MACVerifier(key))) {
                return Optional.empty();
            }
            JWTClaimsSet claims = token.getJWTClaimsSet();
            Instant ends = claims.getExpirationTime().toInstant();
            return time.instant().isBefore(ends)
                    ? Optional.of(new Claims(Long.parseLong(claims.getSubject()), claims.getStringClaim(SESSION), ends))
                    : Optional.empty();
        } catch (ParseException | JOSEException | NumberFormatException notOurs) {
            return Optional.empty();
        }
    }

    record Claims(long userId, String sessionId, Instant ends) {
    }
}
