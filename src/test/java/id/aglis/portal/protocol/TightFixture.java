package id.aglis.portal.protocol;

import id.aglis.portal.PortalProcess;
import java.net.URI;
import java.util.Map;
import java.util.stream.Collectors;

/** A fixture with limits that are easily crossed and one foreign origin that is allowed; all tests of a run that ask for it share it. */
final class TightFixture {

    static final int MAX_PAYLOAD = 10_000;
    static final int MAX_ATTACHMENTS = 3;
    static final int ROOMS = 5;
    static final int NAMESPACES = 3;
    static final int SESSIONS = 80;
    static final int SESSIONS_PER_ADDRESS = 5;
    static final int CONNECTIONS_PER_USER = 2;
    /** Per second; bursts of two seconds' worth are accepted. */
    static final int HANDSHAKES = 45;
    /** Per second; bursts of ten seconds' worth are accepted. */
    static final int PACKETS = 20;
    /** Per second; bursts of ten seconds' worth are accepted. */
    static final int BYTES = 5_000;
    /** In milliseconds. */
    static final int BODY_TIMEOUT = 1_500;
    static final String FOREIGN_ORIGIN = "https://app.example";

    private static final PortalProcess PROCESS = start();
    private static final int LOGGED_AT_START = PROCESS.log().length();

    private TightFixture() {
    }

    static URI http(String pathAndQuery) {
        return URI.create(PROCESS.uri() + pathAndQuery);
    }

    static URI webSocket(String pathAndQuery) {
        return URI.create(PROCESS.uri().toString().replaceFirst("http", "ws") + pathAndQuery);
    }

    /** What it has logged since it is ready. */
    static String log() {
        return PROCESS.log().substring(LOGGED_AT_START);
    }

    private static PortalProcess start() {
        Map<String, Object> options = Map.ofEntries(Map.entry("max-payload", MAX_PAYLOAD), Map.entry("max-attachments", MAX_ATTACHMENTS),
                Map.entry("rooms-per-socket", ROOMS), Map.entry("namespaces-per-client", NAMESPACES), Map.entry("sessions", SESSIONS),
                Map.entry("sessions-per-address", SESSIONS_PER_ADDRESS), Map.entry("connections-per-user", CONNECTIONS_PER_USER),
                Map.entry("handshakes-per-second", HANDSHAKES), Map.entry("packets-per-second", PACKETS),
                Map.entry("bytes-per-second", BYTES), Map.entry("body-timeout", BODY_TIMEOUT), Map.entry("cors", FOREIGN_ORIGIN));
        PortalProcess process = PortalProcess.home(PortalProcess.CONFORMANCE_WAR).with("PORTAL_JAVA_OPTS", options.entrySet().stream()
                .map(option -> "-Dconformance." + option.getKey() + "=" + option.getValue()).collect(Collectors.joining(" "))).start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::close));
        return process;
    }
}
