package id.aglis.portal.socketio;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;

/** The acknowledgement of one event. */
final class Reply implements Ack {

    private final Socket socket;
    private final long id;
    private final AtomicBoolean sent = new AtomicBoolean();

    Reply(Socket socket, long id) {
        this.socket = socket;
        this.id = id;
    }

    @Override
    public void send(Object... arguments) {
        if (!wanted()) {
            return;
        }
        Payload payload = Payload.of(Arrays.asList(arguments));
        if (sent.compareAndSet(false, true)) {
            socket.whenKept(() -> socket.send(SocketPacketType.ACK, id, payload));
        }
    }

    @Override
    public boolean wanted() {
        return id != SocketPacket.NO_ACK;
    }
}
