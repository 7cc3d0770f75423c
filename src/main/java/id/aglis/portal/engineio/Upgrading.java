package id.aglis.portal.engineio;

import java.util.Optional;

/**
 * The way of a session from polling to WebSocket: at most one {@link Upgrade attempt} at a time. Nothing is written to the WebSocket
 * before the client has confirmed, so the order of messages survives. Lives in its session's mailbox.
 */
final class Upgrading {

    /** How long a poll that came after a probe is held, in milliseconds: the confirmation may come by way of another instance. */
    private static final long HOLD = 250;

    private final Session session;
    private final Outbox outbox;
    private final long timeout;
    private Upgrade attempt;

    /** @param timeout how long an attempt may take, in milliseconds */
    Upgrading(Session session, Outbox outbox, long timeout) {
        this.session = session;
        this.outbox = outbox;
        this.timeout = timeout;
    }

    /** A WebSocket came with the session's id; a second one is sent away. */
    void begin(Link socket) {
        if (attempt == null) {
            attempt = new Upgrade(socket, session.executeAfter(timeout, () -> giveUp(socket)));
        } else {
            socket.end(LinkEnd.BAD_REQUEST);
        }
    }

    boolean isBy(Link socket) {
        return attempt != null && attempt.socket() == socket;
    }

    boolean isProbed() {
        return attempt != null && attempt.isProbed();
    }

    boolean holds(Link poll) {
        return attempt != null && attempt.holds(poll);
    }

    /** A frame on the WebSocket that is not the session's transport yet. */
    void advance(String frame) {
        if (attempt.isProbe(frame)) {
            attempt.answerProbe();
            outbox.detach().ifPresent(Upgrading::release);
        } else if (attempt.isConfirmation(frame)) {
            complete();
        } else {
            giveUp(attempt.socket());
        }
    }

    private void complete() {
        Upgrade done = attempt;
        attempt = null;
        done.stopTimer();
        done.releaseHeld().ifPresent(poll -> poll.end(LinkEnd.BAD_REQUEST));
        session.upgraded(done.socket());
    }

    /** Keeps a poll that came after the probe for a moment; false when one is kept already. */
    boolean hold(Link poll) {
        boolean held = attempt.hold(poll);
        if (held) {
            session.executeAfter(HOLD, this::releaseHeld);
        }
        return held;
    }

    private void releaseHeld() {
        takeHeld().ifPresent(Upgrading::release);
    }

    /** The poll that is held, which is then somebody else's to answer. */
    Optional<Link> takeHeld() {
        return Optional.ofNullable(attempt).flatMap(Upgrade::releaseHeld);
    }

    /** The WebSocket failed, or broke the rules: the session stays on polling. */
    void giveUp(Link socket) {
        if (isBy(socket)) {
            Optional<Link> held = takeHeld();
            stopAttempt();
            held.ifPresent(session::answer);
        }
    }

    /** The session is over. */
    void stop() {
        if (attempt != null) {
            releaseHeld();
            stopAttempt();
        }
    }

    private void stopAttempt() {
        Upgrade stopped = attempt;
        attempt = null;
        stopped.stopTimer();
        stopped.socket().end(LinkEnd.BAD_REQUEST);
    }

    /** Tells a poll that there is nothing for it, so that the client can stop polling. */
    static void release(Link poll) {
        poll.write(Batch.of(Message.NOOP), () -> { });
    }
}
