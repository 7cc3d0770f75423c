package id.aglis.portal.engineio;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.UUID;

/**
 * How an {@link EngineServer} behaves.
 *
 * @param pingInterval   time between the client's answer to a ping and the next ping; default 25 s
 * @param pingTimeout    time the client has to answer a ping; default 20 s
 * @param upgradeTimeout time an upgrade may take from its probe on; default 10 s
 * @param maxPayload     largest POST body and WebSocket message accepted, in bytes; default 1,000,000
 * @param parallelism    number of sessions that may be worked on at the same time; default 32, since handlers may wait for a database
 * @param limits         what one client, one address and all together may use
 * @param origins        who may connect from where
 * @param owner          tag of this instance in session ids, see {@link #ownerTag}; a random one by default
 * @param secret         key that signs session ids, the same on all instances of a cluster; random by default
 * @param direct         whether frames and polls pass the container by where it is one we know, in a fraction of the time; true by
 *                       default
 */
public record EngineConfig(Duration pingInterval, Duration pingTimeout, Duration upgradeTimeout, int maxPayload, int parallelism,
        Limits limits, Origins origins, String owner, Secret secret, boolean direct) {

    public EngineConfig {
        positive(pingInterval, "pingInterval");
        positive(pingTimeout, "pingTimeout");
        positive(upgradeTimeout, "upgradeTimeout");
        if (maxPayload < 1 || parallelism < 1) {
            throw new IllegalArgumentException("maxPayload and parallelism are positive.");
        }
        requireNonNull(limits, "limits");
        requireNonNull(origins, "origins");
        requireNonNull(owner, "owner");
        requireNonNull(secret, "secret");
    }

    public static EngineConfig defaults() {
        return new EngineConfig(Duration.ofSeconds(25), Duration.ofSeconds(20), Duration.ofSeconds(10), 1_000_000, 32,
                Limits.defaults(), Origins.sameOrigin(), ownerTag(UUID.randomUUID().toString()), Secret.random(), true);
    }

    public EngineConfig withTimes(Duration interval, Duration timeout, Duration upgrade) {
        return new EngineConfig(interval, timeout, upgrade, maxPayload, parallelism, limits, origins, owner, secret, direct);
    }

    public EngineConfig withMaxPayload(int bytes) {
        return new EngineConfig(pingInterval, pingTimeout, upgradeTimeout, bytes, parallelism, limits, origins, owner, secret, direct);
    }

    public EngineConfig withParallelism(int sessions) {
        return new EngineConfig(pingInterval, pingTimeout, upgradeTimeout, maxPayload, sessions, limits, origins, owner, secret, direct);
    }

    public EngineConfig withLimits(Limits chosen) {
        return new EngineConfig(pingInterval, pingTimeout, upgradeTimeout, maxPayload, parallelism, chosen, origins, owner, secret, direct);
    }

    public EngineConfig withOrigins(Origins chosen) {
        return new EngineConfig(pingInterval, pingTimeout, upgradeTimeout, maxPayload, parallelism, limits, chosen, owner, secret, direct);
    }

    public EngineConfig withSecret(Secret chosen) {
        return new EngineConfig(pingInterval, pingTimeout, upgradeTimeout, maxPayload, parallelism, limits, origins, owner, chosen, direct);
    }

    public EngineConfig withDirect(boolean wanted) {
        return new EngineConfig(pingInterval, pingTimeout, upgradeTimeout, maxPayload, parallelism, limits, origins, owner, secret, wanted);
    }

    /** @param instance what tells this instance from all others of the cluster, such as its name and time of start */
    public EngineConfig withOwner(String instance) {
        return new EngineConfig(pingInterval, pingTimeout, upgradeTimeout, maxPayload, parallelism, limits, origins, ownerTag(instance),
                secret, direct);
    }

    /** The tag of an instance: the first four characters of the session ids it makes. */
    public static String ownerTag(String instance) {
        return SessionId.tag(instance);
    }

    private static void positive(Duration duration, String name) {
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException(name + " is a positive time, not " + duration + ".");
        }
    }
}
