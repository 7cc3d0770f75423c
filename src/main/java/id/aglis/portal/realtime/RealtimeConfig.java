package id.aglis.portal.realtime;

import id.aglis.portal.PortalSecret;
import id.aglis.portal.cluster.LogConfig;
import id.aglis.portal.cluster.RecordsConfig;
import id.aglis.portal.engineio.EngineConfig;
import id.aglis.portal.engineio.Limits;
import id.aglis.portal.engineio.Origins;
import id.aglis.portal.engineio.Secret;
import id.aglis.portal.socketio.RecoveryConfig;
import id.aglis.portal.socketio.SocketConfig;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.Config;

/** The keys {@code portal.realtime.*}, read once at start. */
record RealtimeConfig(EngineConfig engine, SocketConfig socket, LogConfig log, RecordsConfig records, Optional<RecoveryConfig> recovery,
        Duration drainTime, RecordsConfig presence, Duration presenceGrace) {

    /** Where browsers look for Socket.IO by default. */
    static final String PATH = "/socket.io";

    private static final String PREFIX = "portal.realtime.";
    /** A user may stay connected for as long as he likes. */
    private static final Duration EVER = Duration.ofDays(3_650);

    static RealtimeConfig from(Config config, PortalSecret secret) {
        EngineConfig engine = EngineConfig.defaults()
                .withTimes(time(config, "ping-interval"), time(config, "ping-timeout"), time(config, "upgrade-timeout"))
                .withMaxPayload(number(config, "max-payload"))
                .withParallelism(number(config, "parallelism"))
                .withDirect(config.getValue(PREFIX + "direct", Boolean.class))
                .withLimits(limits(config))
                .withOrigins(new Origins(set(config, "allowed-origins"), set(config, "trusted-proxies")))
                .withSecret(Secret.of(Base64.getEncoder().encodeToString(secret.keyFor("session ids"))));
        LogConfig log = log(config);
        RecoveryConfig recovery = recovery(config, log);
        return new RealtimeConfig(engine, socket(config), log, records(config, recovery),
                config.getValue(PREFIX + "recovery", Boolean.class) ? Optional.of(recovery) : Optional.empty(),
                time(config, "drain-time"), new RecordsConfig(number(config, "presence-users"), EVER, log.backups()),
                time(config, "presence-grace"));
    }

    private static Limits limits(Config config) {
        return new Limits(number(config, "sessions"), number(config, "sessions-per-address"), number(config, "handshakes-per-second"),
                number(config, "packets-per-second"), number(config, "bytes-per-second"), number(config, "queued-bytes"),
                time(config, "queued-time"), time(config, "write-timeout"), time(config, "body-timeout"),
                time(config, "close-timeout"), number(config, "close-bytes"));
    }

    private static SocketConfig socket(Config config) {
        return new SocketConfig(time(config, "connect-timeout"), number(config, "max-attachments"), number(config, "rooms-per-socket"),
                number(config, "namespaces-per-client"), number(config, "connections-per-user"));
    }

    private static LogConfig log(Config config) {
        return new LogConfig(number(config, "log-capacity"), time(config, "log-time-to-live"), number(config, "log-backups"));
    }

    private static RecordsConfig records(Config config, RecoveryConfig recovery) {
        return new RecordsConfig(number(config, "recovery-records"), recovery.recordLife(), recovery.log().backups());
    }

    private static RecoveryConfig recovery(Config config, LogConfig log) {
        return new RecoveryConfig(number(config, "recovery-packets"), number(config, "recovery-bytes"),
                number(config, "recoveries-per-second"), time(config, "recovery-patience"), log);
    }

    private static Duration time(Config config, String key) {
        return config.getValue(PREFIX + key, Duration.class);
    }

    private static int number(Config config, String key) {
        return config.getValue(PREFIX + key, Integer.class);
    }

    private static Set<String> set(Config config, String key) {
        return config.getOptionalValue(PREFIX + key, String[].class).map(Set::of).orElse(Set.of());
    }
}
