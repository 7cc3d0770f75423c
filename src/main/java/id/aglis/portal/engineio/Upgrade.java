package id.aglis.portal.engineio;

import java.util.Optional;

/** A WebSocket that wants to take over a polling session: probed, then confirmed, or given up. Lives in its session's mailbox. */
final class Upgrade {

    private static final String PROBE = "2probe";
    private static final String CONFIRMATION = "5";

    private final Link socket;
    private final TimerWheel.Timeout timeout;
    private boolean probed;
    private Link held;

    Upgrade(Link socket, TimerWheel.Timeout timeout) {
        this.socket = socket;
        this.timeout = timeout;
    }

    Link socket() {
        return socket;
    }

    boolean isProbed() {
        return probed;
    }

    boolean isProbe(String frame) {
        return !probed && frame.equals(PROBE);
    }

    boolean isConfirmation(String frame) {
        return probed && frame.equals(CONFIRMATION);
    }

    void answerProbe() {
        probed = true;
        socket.write(Batch.of(Message.PROBED), () -> { });
    }

    /** Keeps a poll that came after the probe: the confirmation may have overtaken it. False when one is kept already. */
    boolean hold(Link poll) {
        if (held != null) {
            return false;
        }
        held = poll;
        return true;
    }

    Optional<Link> releaseHeld() {
        Optional<Link> released = Optional.ofNullable(held);
        held = null;
        return released;
    }

    boolean holds(Link poll) {
        return held == poll;
    }

    void stopTimer() {
        timeout.cancel();
    }
}
