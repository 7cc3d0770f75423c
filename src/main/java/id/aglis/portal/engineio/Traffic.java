package id.aglis.portal.engineio;

import java.util.concurrent.atomic.AtomicBoolean;

/** What one client sends: one POST at a time, and so many packets and bytes per second. */
final class Traffic {

    private static final double BURST_SECONDS = 10;

    private final Allowance packets;
    private final Allowance bytes;
    private final AtomicBoolean pushing = new AtomicBoolean();

    Traffic(Limits limits, long now) {
        this.packets = new Allowance(limits.packetsPerSecond(), BURST_SECONDS, now);
        this.bytes = new Allowance(limits.bytesPerSecond(), BURST_SECONDS, now);
    }

    boolean allows(int count, int size, long now) {
        return packets.use(count, now) && bytes.use(size, now);
    }

    boolean beginPush() {
        return pushing.compareAndSet(false, true);
    }

    void endPush() {
        pushing.set(false);
    }
}
