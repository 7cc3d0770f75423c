package id.aglis.portal.engineio;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;

/**
 * One client, over whatever transport it uses at the moment.
 *
 * <p>Its life: a handshake opens it, over polling or WebSocket; a polling session may be {@link Upgrade upgraded}; it ends when the
 * client closes it, breaks the protocol, stops answering pings or stops reading, or when the application closes it. Everything that
 * happens to it is a task in its mailbox, so there is one thing at a time; only {@link Outbox} is used from outside, by the threads
 * that send.
 */
public final class Session {

    private static final Logger LOGGER = System.getLogger(Session.class.getName());
    /** How long a poll that came after a probe is held. */
    private static final long HOLD = 100;
    /** How long a session closed here waits for a poll to tell it to. */
    private static final long CLOSING_GRACE = 30_000;

    private enum State { OPEN, CLOSING, CLOSED }

    private final Engine engine;
    private final String id;
    private final HandshakeRequest request;
    private final Mailbox mailbox;
    private final Outbox outbox;
    private final Heartbeat heartbeat;
    private final Traffic traffic;
    private State state = State.OPEN;
    private Transport transport;
    private Upgrade upgrade;
    private SessionListener.Receiver receiver;

    Session(Engine engine, String id, HandshakeRequest request, Transport transport) {
        this.engine = engine;
        this.id = id;
        this.request = request;
        this.transport = transport;
        this.mailbox = new Mailbox(engine.workers());
        this.outbox = new Outbox(engine.config().limits(), engine.wheel(), () -> mailbox.execute(this::stalled));
        this.heartbeat = new Heartbeat(engine.config(), engine.wheel(), () -> mailbox.execute(this::ping),
                () -> mailbox.execute(() -> expire(engine.now())));
        this.traffic = new Traffic(engine.config().limits(), engine.now());
    }

    /** A secret between the client and the server: whoever knows it can speak for the client. */
    public String id() {
        return id;
    }

    public HandshakeRequest request() {
        return request;
    }

    /** Queues and sends; from any thread. What one thread sends arrives in that order. */
    public void send(Message message) {
        outbox.offer(message);
        outbox.flush(new FlushRound());
    }

    /** Queues only; {@link #flush} sends. */
    public void offer(Message message) {
        outbox.offer(message);
    }

    /** Sends what is queued, sharing buffers with the other sessions flushed in the same round. */
    public void flush(FlushRound round) {
        outbox.flush(round);
    }

    /** Runs a task in turn with everything else of this session; from any thread. */
    public void execute(Runnable task) {
        mailbox.execute(task);
    }

    /** Runs a task that way, so many milliseconds from now. */
    public TimerWheel.Timeout executeAfter(long milliseconds, Runnable task) {
        return engine.wheel().after(milliseconds, () -> mailbox.execute(task));
    }

    /** Ends the session in order, after what is queued has been sent; from any thread. */
    public void close() {
        mailbox.execute(this::finish);
    }

    /** Breaks the session off at once; from any thread. The client takes it for a broken connection and comes back. */
    public void breakOff(CloseReason reason) {
        close(reason, reason == CloseReason.SERVER_SHUTTING_DOWN || reason == CloseReason.FORCED_CLOSE ? LinkEnd.AWAY : LinkEnd.BAD_REQUEST);
    }

    void open(Link link) {
        mailbox.execute(() -> {
            heartbeat.heard(engine.now());
            outbox.offer(OpenPacket.of(id, transport, engine.config()));
            outbox.attach(link);
            outbox.flush(new FlushRound());
            receiver = engine.listener().opened(this);
        });
    }

    /** A GET came in. */
    void poll(Link poll) {
        long at = engine.now();
        mailbox.execute(() -> {
            expire(at);
            answer(poll);
        });
    }

    /** A POST begins; false when another has not ended. */
    boolean beginPush() {
        return traffic.beginPush();
    }

    /** Two POSTs at a time. */
    void overlappingPush(Link post) {
        mailbox.execute(() -> {
            end(CloseReason.TRANSPORT_ERROR, LinkEnd.BAD_REQUEST);
            post.end(LinkEnd.BAD_REQUEST);
        });
    }

    /** The body of a POST is complete, or its end tells why not. */
    void push(Link post, String body, LinkEnd end) {
        long at = engine.now();
        mailbox.execute(() -> {
            expire(at);
            LinkEnd outcome = end == LinkEnd.OK ? pushed(body, at) : end;
            if (outcome == LinkEnd.BAD_REQUEST && transport == Transport.POLLING) {
                end(CloseReason.PARSE_ERROR, LinkEnd.BAD_REQUEST);
            }
            traffic.endPush();
            post.end(outcome);
        });
    }

    /** A WebSocket came with this session's id. */
    void upgrade(Link socket) {
        mailbox.execute(() -> {
            if (state == State.OPEN && transport == Transport.POLLING && upgrade == null) {
                upgrade = new Upgrade(socket, executeAfter(engine.config().upgradeTimeout().toMillis(), () -> giveUp(socket)));
            } else {
                socket.end(LinkEnd.BAD_REQUEST);
            }
        });
    }

    void frame(Link socket, String frame) {
        long at = engine.now();
        if (traffic.allows(1, frame.length(), at)) {
            mailbox.execute(() -> framed(socket, frame, at));
        } else {
            close(CloseReason.TRANSPORT_ERROR, LinkEnd.TOO_MANY);
        }
    }

    void frame(Link socket, byte[] frame) {
        long at = engine.now();
        if (traffic.allows(1, frame.length, at)) {
            mailbox.execute(() -> framed(socket, frame, at));
        } else {
            close(CloseReason.TRANSPORT_ERROR, LinkEnd.TOO_MANY);
        }
    }

    /** A link broke, or its client left. */
    void lost(Link link, CloseReason reason) {
        mailbox.execute(() -> {
            if (upgrade != null && upgrade.socket() == link) {
                giveUp(link);
            } else if (outbox.isAttached(link) || upgrade != null && upgrade.holds(link)) {
                end(reason, LinkEnd.AWAY);
            }
        });
    }

    private void answer(Link poll) {
        if (state == State.CLOSED) {
            engine.sessions().refuse(id, poll);
        } else if (transport == Transport.WEBSOCKET) {
            poll.end(LinkEnd.BAD_REQUEST);
        } else if (upgrade != null && upgrade.isProbed()) {
            hold(poll);
        } else if (!outbox.attach(poll)) {
            end(CloseReason.TRANSPORT_ERROR, LinkEnd.BAD_REQUEST);
            poll.end(LinkEnd.BAD_REQUEST);
        } else {
            outbox.flush(new FlushRound());
            if (state == State.CLOSING) {
                forget();
            }
        }
    }

    private void hold(Link poll) {
        if (upgrade.hold(poll)) {
            executeAfter(HOLD, this::releaseHeld);
        } else {
            end(CloseReason.TRANSPORT_ERROR, LinkEnd.BAD_REQUEST);
            poll.end(LinkEnd.BAD_REQUEST);
        }
    }

    private void releaseHeld() {
        if (upgrade != null) {
            upgrade.releaseHeld().ifPresent(Session::release);
        }
    }

    private static void release(Link poll) {
        poll.write(Batch.of(Message.NOOP), () -> { });
    }

    private LinkEnd pushed(String body, long at) {
        if (state != State.OPEN) {
            return LinkEnd.UNKNOWN_SESSION;
        }
        if (transport == Transport.WEBSOCKET) {
            return LinkEnd.BAD_REQUEST;
        }
        try {
            List<EnginePacket> packets = EngineCodec.payload(body);
            if (!traffic.allows(packets.size(), body.length(), at)) {
                end(CloseReason.TRANSPORT_ERROR, LinkEnd.TOO_MANY);
                return LinkEnd.TOO_MANY;
            }
            packets.forEach(packet -> receive(packet, at));
            return LinkEnd.OK;
        } catch (IllegalArgumentException e) {
            return LinkEnd.BAD_REQUEST;
        }
    }

    private void framed(Link socket, String frame, long at) {
        expire(at);
        if (upgrade != null && upgrade.socket() == socket) {
            advance(frame);
        } else if (outbox.isAttached(socket)) {
            try {
                receive(EngineCodec.text(frame), at);
            } catch (IllegalArgumentException e) {
                end(CloseReason.PARSE_ERROR, LinkEnd.BAD_REQUEST);
            }
        }
    }

    private void framed(Link socket, byte[] frame, long at) {
        expire(at);
        if (upgrade != null && upgrade.socket() == socket) {
            giveUp(socket);
        } else if (outbox.isAttached(socket)) {
            receive(new EnginePacket.Binary(frame), at);
        }
    }

    private void advance(String frame) {
        if (upgrade.isProbe(frame)) {
            upgrade.answerProbe();
            outbox.detach().ifPresent(Session::release);
        } else if (upgrade.isConfirmation(frame)) {
            complete();
        } else {
            giveUp(upgrade.socket());
        }
    }

    private void complete() {
        Upgrade done = upgrade;
        upgrade = null;
        done.stopTimer();
        transport = Transport.WEBSOCKET;
        done.releaseHeld().ifPresent(poll -> poll.end(LinkEnd.BAD_REQUEST));
        outbox.attach(done.socket());
        outbox.flush(new FlushRound());
    }

    private void giveUp(Link socket) {
        if (upgrade == null || upgrade.socket() != socket) {
            return;
        }
        Optional<Link> held = upgrade.releaseHeld();
        upgrade.stopTimer();
        upgrade = null;
        socket.end(LinkEnd.BAD_REQUEST);
        held.ifPresent(this::answer);
    }

    private void receive(EnginePacket packet, long at) {
        if (state != State.OPEN) {
            return;
        }
        if (packet instanceof EnginePacket.Binary binary) {
            deliver(() -> receiver.binary(binary.data()));
        } else if (packet instanceof EnginePacket.Text text) {
            receive(text, at);
        }
    }

    private void receive(EnginePacket.Text packet, long at) {
        switch (packet.type()) {
            case MESSAGE -> deliver(() -> receiver.text(packet.data()));
            case PONG -> heartbeat.heard(at);
            case PING -> end(CloseReason.TRANSPORT_ERROR, LinkEnd.BAD_REQUEST);
            case CLOSE -> clientCloses();
            case OPEN, UPGRADE, NOOP -> LOGGER.log(Level.DEBUG, "A client sent a packet without meaning here. type={0}", packet.type());
        }
    }

    private void deliver(Runnable delivery) {
        try {
            delivery.run();
        } catch (RuntimeException e) {
            LOGGER.log(Level.ERROR, "A receiver failed; its session is closed.", e);
            end(CloseReason.TRANSPORT_ERROR, LinkEnd.BAD_REQUEST);
        }
    }

    private void ping() {
        if (state == State.OPEN) {
            heartbeat.pinged();
            send(Message.PING);
        }
    }

    private void expire(long at) {
        if (state == State.OPEN && heartbeat.isDeadAt(at)) {
            end(CloseReason.PING_TIMEOUT, LinkEnd.AWAY);
        }
    }

    private void clientCloses() {
        if (transport == Transport.POLLING) {
            outbox.detach().or(() -> Optional.ofNullable(upgrade).flatMap(Upgrade::releaseHeld))
                    .ifPresentOrElse(Session::release, () -> engine.sessions().expectFarewell(id));
        }
        end(CloseReason.TRANSPORT_CLOSE, LinkEnd.OK);
    }

    private void finish() {
        if (state != State.OPEN) {
            return;
        }
        leave(CloseReason.FORCED_CLOSE);
        if (transport == Transport.WEBSOCKET) {
            outbox.finish(LinkEnd.OK);
            forget();
        } else {
            finishPolling();
        }
    }

    private void finishPolling() {
        outbox.offer(Message.CLOSE);
        boolean told = outbox.hasLink();
        outbox.flush(new FlushRound());
        if (told) {
            forget();
        } else {
            state = State.CLOSING;
            executeAfter(CLOSING_GRACE, this::forget);
        }
    }

    private void close(CloseReason reason, LinkEnd end) {
        mailbox.execute(() -> end(reason, end));
    }

    private void end(CloseReason reason, LinkEnd end) {
        if (state != State.OPEN) {
            return;
        }
        leave(reason);
        forget();
        outbox.close().ifPresent(link -> endLink(link, end));
    }

    private void stalled() {
        end(CloseReason.TRANSPORT_CLOSE, LinkEnd.AWAY);
        outbox.close().ifPresent(link -> link.end(LinkEnd.AWAY));
    }

    private static void endLink(Link link, LinkEnd end) {
        if (link.isOneShot()) {
            link.write(Batch.of(Message.CLOSE), () -> { });
        } else {
            link.end(end);
        }
    }

    private void leave(CloseReason reason) {
        state = State.CLOSED;
        heartbeat.stop();
        if (upgrade != null) {
            releaseHeld();
            giveUp(upgrade.socket());
        }
        if (receiver != null) {
            SessionListener.Receiver told = receiver;
            receiver = null;
            told.closed(reason);
        }
    }

    private void forget() {
        state = State.CLOSED;
        engine.sessions().remove(this);
    }
}
