package id.aglis.portal.engineio;

/**
 * One client, over whatever transport it uses at the moment.
 *
 * <p>Its life: a handshake opens it, over polling or WebSocket; a polling session may be {@link Upgrade upgraded}; it ends when the
 * client closes it, breaks the protocol, stops answering pings or stops reading, or when the application closes it. Everything that
 * happens to it is a task in its mailbox, so there is one thing at a time; only {@link Outbox} is used from outside, by the threads
 * that send.
 */
public final class Session implements Incoming {

    /** How long a session closed here waits for a poll to tell it to, in milliseconds. */
    private static final long CLOSING_GRACE = 30_000;

    private enum State { OPEN, CLOSING, CLOSED }

    private final Engine engine;
    private final String id;
    private final HandshakeRequest request;
    private final Mailbox mailbox;
    private final Outbox outbox;
    private final Heartbeat heartbeat;
    private final Reception reception;
    private final Upgrading upgrading;
    private volatile State state = State.OPEN;
    private volatile Transport transport;

    Session(Engine engine, String id, HandshakeRequest request, Transport transport) {
        this.engine = engine;
        this.id = id;
        this.request = request;
        this.transport = transport;
        this.mailbox = new Mailbox(engine.workers());
        this.outbox = new Outbox(engine.config().limits(), engine.wheel(), () -> mailbox.execute(this::stalled));
        this.heartbeat = new Heartbeat(engine.config(), engine.wheel(), () -> mailbox.execute(this::ping),
                () -> mailbox.execute(() -> expire(engine.now())));
        this.reception = new Reception(this, heartbeat, new Traffic(engine.config().limits(), engine.now()));
        this.upgrading = new Upgrading(this, outbox, engine.config().upgradeTimeout().toMillis());
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

    /** Runs a task in turn with everything else here; from any thread. */
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
        boolean forced = reason == CloseReason.SERVER_SHUTTING_DOWN || reason == CloseReason.FORCED_CLOSE;
        mailbox.execute(() -> end(reason, forced ? LinkEnd.AWAY : LinkEnd.BAD_REQUEST));
    }

    void open(Link link) {
        mailbox.executeHere(() -> {
            heartbeat.heard(engine.now());
            outbox.offer(OpenPacket.of(id, transport, engine.config()));
            outbox.attach(link);
            outbox.flush(new FlushRound());
            reception.open(engine.listener().opened(this));
        });
    }

    /** A GET came in. */
    void poll(Link poll) {
        long at = engine.now();
        mailbox.executeHere(() -> {
            expire(at);
            answer(poll);
        });
    }

    /** A POST begins; false when another has not ended, which ends the session. */
    boolean beginPush() {
        return reception.beginPush();
    }

    /**
     * The body of a POST is complete, or its end tells why not; from any thread. What is in it is received in its turn, after the answer.
     *
     * @return the answer
     */
    LinkEnd push(String body, LinkEnd end) {
        return reception.push(body, end, engine.now());
    }

    /** A WebSocket came with this session's id. */
    void upgrade(Link socket) {
        mailbox.executeHere(() -> {
            if (isOpen() && isPolling()) {
                upgrading.begin(socket);
            } else {
                socket.end(LinkEnd.BAD_REQUEST);
            }
        });
    }

    @Override
    public void frame(Link socket, String frame) {
        long at = engine.now();
        admit(frame.length(), at, () -> {
            if (upgrading.isBy(socket)) {
                upgrading.advance(frame);
            } else if (outbox.isAttached(socket)) {
                reception.text(frame, at);
            }
        });
    }

    @Override
    public void frame(Link socket, byte[] frame) {
        long at = engine.now();
        admit(frame.length, at, () -> {
            if (upgrading.isBy(socket)) {
                upgrading.giveUp(socket);
            } else if (outbox.isAttached(socket)) {
                reception.binary(frame);
            }
        });
    }

    private void admit(int bytes, long at, Runnable frame) {
        if (reception.allows(bytes, at)) {
            mailbox.execute(() -> {
                expire(at);
                frame.run();
            });
        } else {
            mailbox.execute(() -> end(CloseReason.TRANSPORT_ERROR, LinkEnd.TOO_MANY));
        }
    }

    @Override
    public void lost(Link link, CloseReason reason) {
        mailbox.execute(() -> {
            if (upgrading.isBy(link)) {
                upgrading.giveUp(link);
            } else if (outbox.isAttached(link) || upgrading.holds(link)) {
                end(reason, LinkEnd.AWAY);
            }
        });
    }

    boolean isOpen() {
        return state == State.OPEN;
    }

    boolean isPolling() {
        return transport == Transport.POLLING;
    }

    /** Gives a poll what waits, or keeps it until there is something. */
    void answer(Link poll) {
        if (state == State.CLOSED) {
            engine.sessions().refuse(id, poll);
        } else if (transport == Transport.WEBSOCKET) {
            poll.end(LinkEnd.BAD_REQUEST);
        } else if (!(upgrading.isProbed() ? upgrading.hold(poll) : outbox.attach(poll))) {
            overlap(poll);
        } else {
            outbox.flush(new FlushRound());
            if (state == State.CLOSING) {
                forget();
            }
        }
    }

    /** As a task of its own: the first poll is not to be completed by the thread that serves the second, see {@link ServletLink}. */
    private void overlap(Link second) {
        mailbox.execute(() -> {
            end(CloseReason.TRANSPORT_ERROR, LinkEnd.BAD_REQUEST);
            second.end(LinkEnd.BAD_REQUEST);
        });
    }

    /** The client has confirmed the WebSocket: from now on it is the transport. */
    void upgraded(Link socket) {
        transport = Transport.WEBSOCKET;
        outbox.attach(socket);
        outbox.flush(new FlushRound());
    }

    private void ping() {
        if (isOpen()) {
            heartbeat.pinged();
            reception.pinging();
            send(Message.PING);
        }
    }

    /** Ends the session if it was dead at that time. */
    void expire(long at) {
        if (isOpen() && heartbeat.isDeadAt(at)) {
            end(CloseReason.PING_TIMEOUT, LinkEnd.AWAY);
        }
    }

    void clientCloses() {
        if (isPolling()) {
            outbox.detach().or(upgrading::takeHeld)
                    .ifPresentOrElse(Upgrading::release, () -> engine.sessions().expectFarewell(id));
        }
        end(CloseReason.TRANSPORT_CLOSE, LinkEnd.OK);
    }

    private void finish() {
        if (!isOpen()) {
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

    void end(CloseReason reason, LinkEnd end) {
        if (!isOpen()) {
            return;
        }
        leave(reason);
        forget();
        outbox.close().ifPresent(link -> link.breakOff(end));
    }

    private void stalled() {
        end(CloseReason.TRANSPORT_CLOSE, LinkEnd.AWAY);
        outbox.abandon().ifPresent(link -> link.end(LinkEnd.AWAY));
    }

    private void leave(CloseReason reason) {
        state = State.CLOSED;
        heartbeat.stop();
        upgrading.stop();
        reception.close(reason);
    }

    private void forget() {
        state = State.CLOSED;
        engine.sessions().remove(this);
    }
}
