package id.aglis.portal.engineio;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;

/**
 * What a client sends, on its way from the wire to the receiver. Lives in its session's mailbox, but for what says that any thread may
 * call it.
 */
final class Reception {

    private static final Logger LOGGER = System.getLogger(Reception.class.getName());

    private final Session session;
    private final Heartbeat heartbeat;
    private final Traffic traffic;
    private SessionListener.Receiver receiver;

    Reception(Session session, Heartbeat heartbeat, Traffic traffic) {
        this.session = session;
        this.heartbeat = heartbeat;
        this.traffic = traffic;
    }

    void open(SessionListener.Receiver opened) {
        receiver = opened;
    }

    /**
     * Tells the receiver, if there is one still, that the session is over: as a task of its own, since this one may run on a container's
     * thread.
     */
    void close(CloseReason reason) {
        LOGGER.log(Level.DEBUG, "A session ended. reason={0}", reason);
        if (receiver != null) {
            SessionListener.Receiver told = receiver;
            receiver = null;
            session.execute(() -> told.closed(reason));
        }
    }

    void pinging() {
        deliver(receiver::pinging);
    }

    /** A POST begins; false when another has not ended, which ends the session. From any thread. */
    boolean beginPush() {
        boolean begun = traffic.beginPush();
        if (!begun) {
            session.execute(() -> session.end(CloseReason.TRANSPORT_ERROR, LinkEnd.BAD_REQUEST));
        }
        return begun;
    }

    /** What has begun ends; from any thread. @return the answer */
    LinkEnd push(String body, LinkEnd end, long at) {
        LinkEnd outcome = end == LinkEnd.OK ? take(body, at) : end;
        if (outcome.endsSession() && session.isPolling()) {
            CloseReason reason = outcome == LinkEnd.TOO_SLOW ? CloseReason.TRANSPORT_ERROR : CloseReason.PARSE_ERROR;
            session.execute(() -> session.end(reason, outcome));
        }
        traffic.endPush();
        return outcome;
    }

    private LinkEnd take(String body, long at) {
        if (heartbeat.isDeadAt(at)) {
            session.execute(() -> session.expire(at));
            return LinkEnd.UNKNOWN_SESSION;
        }
        if (!session.isOpen()) {
            return LinkEnd.UNKNOWN_SESSION;
        }
        return session.isPolling() ? payload(body, at) : LinkEnd.BAD_REQUEST;
    }

    private LinkEnd payload(String body, long at) {
        List<EnginePacket> packets;
        try {
            packets = EngineCodec.payload(body);
        } catch (IllegalArgumentException e) {
            return LinkEnd.BAD_REQUEST;
        }
        if (!traffic.allows(packets.size(), body.length(), at)) {
            session.execute(() -> session.end(CloseReason.TRANSPORT_ERROR, LinkEnd.TOO_MANY));
            return LinkEnd.TOO_MANY;
        }
        session.execute(() -> packets.forEach(packet -> receive(packet, at)));
        return LinkEnd.OK;
    }

    /** Whether a frame of that many bytes is within what one client may send; from any thread. */
    boolean allows(int bytes, long at) {
        return traffic.allows(1, bytes, at);
    }

    void text(String frame, long at) {
        try {
            receive(EngineCodec.packet(frame), at);
        } catch (IllegalArgumentException e) {
            session.end(CloseReason.PARSE_ERROR, LinkEnd.BAD_REQUEST);
        }
    }

    void binary(byte[] frame) {
        if (session.isOpen()) {
            deliver(() -> receiver.binary(frame));
        }
    }

    private void receive(EnginePacket packet, long at) {
        if (packet instanceof EnginePacket.Binary binary) {
            binary(binary.data());
        } else if (packet instanceof EnginePacket.Text text && session.isOpen()) {
            receive(text, at);
        }
    }

    private void receive(EnginePacket.Text packet, long at) {
        switch (packet.type()) {
            case MESSAGE -> deliver(() -> receiver.text(packet.data()));
            case PONG -> ponged(at);
            case PING -> session.end(CloseReason.TRANSPORT_ERROR, LinkEnd.BAD_REQUEST);
            case CLOSE -> session.clientCloses();
            case OPEN, UPGRADE, NOOP -> LOGGER.log(Level.DEBUG, "A client sent a packet without meaning here. type={0}", packet.type());
        }
    }

    private void ponged(long at) {
        heartbeat.heard(at);
        deliver(receiver::ponged);
    }

    private void deliver(Runnable delivery) {
        try {
            delivery.run();
        } catch (RuntimeException e) {
            LOGGER.log(Level.ERROR, "A receiver failed; its session is closed.", e);
            session.end(CloseReason.TRANSPORT_ERROR, LinkEnd.BAD_REQUEST);
        }
    }
}
