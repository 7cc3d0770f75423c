package id.aglis.portal.protocol;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URI;
import java.util.EnumSet;
import java.util.Set;

/**
 * The running fixtures that all protocol tests of a run share, directly, behind nginx, or spread over two instances;
 * {@code -Dprotocol.url} names one that runs already.
 */
final class Fixture {

    static final int PING_INTERVAL = 300;
    static final int PING_TIMEOUT = 200;
    static final int MAX_PAYLOAD = 1_000_000;
    static final int CONNECT_TIMEOUT = 1_000;
    /** The one origin besides its own that the engine at {@link #STRICT} lets in. */
    static final String FRIEND = "https://friend.example";
    /** An echo with a heartbeat that does not get in the way, an upgrade timeout of 300 ms, and few friends. */
    static final String STRICT = "/strict/engine.io/";

    private static final String URL = System.getProperty("protocol.url", "");

    private static volatile Address current = Address.DIRECT;

    private Fixture() {
    }

    static Set<Address> addresses() {
        return URL.isEmpty() ? EnumSet.allOf(Address.class) : EnumSet.of(Address.DIRECT);
    }

    static void use(Address address) {
        current = address;
    }

    /** Skips the test elsewhere. */
    static void assumeDirect(String reason) {
        assumeTrue(current == Address.DIRECT, reason);
    }

    /** Where the fixture is, without a slash at the end. */
    static String base() {
        return URL.isEmpty() ? url(current) : URL;
    }

    private static String url(Address address) {
        return switch (address) {
            case DIRECT -> Started.PROCESS.instance();
            case BEHIND_NGINX -> Started.PROCESS.proxy();
            case SPREAD -> StartedTwice.PROCESS.proxy();
        };
    }

    static URI http(String pathAndQuery) {
        return URI.create(base() + pathAndQuery);
    }

    static URI webSocket(String pathAndQuery) {
        return URI.create(base().replaceFirst("http", "ws") + pathAndQuery);
    }

    /** What the fixture has logged so far; nothing when it was not started here. */
    static String log() {
        return URL.isEmpty() ? Started.PROCESS.log() : "";
    }

    /** Started by the first test that asks, stopped with the virtual machine of the tests. */
    private static final class Started {

        private static final FixtureProcess PROCESS = FixtureProcess.start(1);
    }

    private static final class StartedTwice {

        private static final FixtureProcess PROCESS = FixtureProcess.start(2);
    }
}
