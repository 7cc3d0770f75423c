package id.aglis.portal.bench;

import java.time.Duration;

/**
 * How long everything takes.
 *
 * @param warmUp load before anything counts, for the just-in-time compiler
 * @param measured one steady measurement
 * @param step one step of a rising load
 * @param settle rest before memory is measured
 * @param handshakes connections opened to measure their rate
 */
record Extent(Duration warmUp, Duration measured, Duration step, Duration settle, int handshakes) {

    static final Extent FULL = new Extent(Duration.ofSeconds(15), Duration.ofSeconds(10), Duration.ofSeconds(4), Duration.ofSeconds(10), 5_000);
    static final Extent QUICK = new Extent(Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(3), Duration.ofSeconds(5), 2_000);
}
