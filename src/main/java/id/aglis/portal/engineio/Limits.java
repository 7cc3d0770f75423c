package id.aglis.portal.engineio;

import java.time.Duration;

/**
 * What clients may use of this instance. Beyond a limit the protocol's own answer is given, and nothing is logged: a refused handshake
 * (code 4), HTTP 408, 413 or 429, WebSocket close 1008 or 1009, or the end of that one session.
 *
 * @param sessions            sessions on this instance, give or take those that open at the same moment; default 100,000
 * @param sessionsPerAddress  sessions from one client {@link AddressGroup address}; default 10,000, since an office shares one
 * @param handshakesPerSecond handshakes accepted per second, with bursts of twice as many; default 2,000
 * @param packetsPerSecond    packets one client may send per second on average, with bursts of ten seconds' worth; default 200
 * @param bytesPerSecond      bytes one client may send per second on average, with bursts of ten seconds' worth; a text counts by its
 *                            characters; default 1,000,000
 * @param queuedBytes         bytes that may wait for one client before its connection is closed; default 4,000,000
 * @param queuedTime          time that queue may go without getting empty; default 30 s
 * @param writeTimeout        time one write may take before the connection counts as stalled; default 10 s
 * @param bodyTimeout         time the body of a POST may take to come in; default 30 s
 * @param closeTimeout        time a WebSocket stays after the close frame for its client to read that and to answer; default 3 s
 * @param closeBytes          bytes a client may still send on a WebSocket after the close frame, since it may not read that until all it
 *                            had begun is sent; default 64,000,000
 */
public record Limits(int sessions, int sessionsPerAddress, int handshakesPerSecond, int packetsPerSecond, int bytesPerSecond,
        int queuedBytes, Duration queuedTime, Duration writeTimeout, Duration bodyTimeout, Duration closeTimeout, int closeBytes) {

    public Limits {
        if (sessions < 1 || sessionsPerAddress < 1 || handshakesPerSecond < 1 || packetsPerSecond < 1 || bytesPerSecond < 1
                || queuedBytes < 1 || closeBytes < 1) {
            throw new IllegalArgumentException("Every limit is at least 1.");
        }
    }

    public static Limits defaults() {
        return new Limits(100_000, 10_000, 2_000, 200, 1_000_000, 4_000_000, Duration.ofSeconds(30), Duration.ofSeconds(10),
                Duration.ofSeconds(30), Duration.ofSeconds(3), 64_000_000);
    }
}
