package id.aglis.portal.protocol;

import id.aglis.portal.PortalProcess;
import java.net.URI;

/** The running fixture that all protocol tests of a run share; {@code -Dprotocol.url} names one that runs already. */
final class Fixture {

    static final int PING_INTERVAL = 300;
    static final int PING_TIMEOUT = 200;
    static final int MAX_PAYLOAD = 1_000_000;
    static final int CONNECT_TIMEOUT = 1_000;
    /** How often a test of a race is repeated. */
    static final int RACES = Integer.getInteger("protocol.races", 30);

    private static final String URL = System.getProperty("protocol.url", "");

    private Fixture() {
    }

    static URI http(String pathAndQuery) {
        return URI.create(base() + pathAndQuery);
    }

    static URI webSocket(String pathAndQuery) {
        return URI.create(base().replaceFirst("http", "ws") + pathAndQuery);
    }

    private static String base() {
        return URL.isEmpty() ? Started.URL : URL;
    }

    /** What the fixture has logged so far; nothing when it was not started here. */
    static String log() {
        return URL.isEmpty() ? Started.PROCESS.log() : "";
    }

    /** Started by the first test that asks, killed with the virtual machine of the tests. */
    private static final class Started {

        private static final PortalProcess PROCESS = start();
        private static final String URL = PROCESS.uri().toString();

        private static PortalProcess start() {
            PortalProcess process = PortalProcess.home(PortalProcess.CONFORMANCE_WAR).start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::close));
            return process;
        }
    }
}
