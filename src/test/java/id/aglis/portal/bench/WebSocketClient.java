package id.aglis.portal.bench;

import java.nio.ByteBuffer;
import java.util.List;

/** Speaks WebSocket from the first request on. */
final class WebSocketClient extends Client implements WebSocket.Listener {

    private final WebSocket socket;

    WebSocketClient(EventLoop loop, Target target, ClientListener listener) {
        super(listener);
        socket = new WebSocket(loop, target.address(), Target.PATH + "&transport=websocket", this);
    }

    /** The server speaks first. */
    @Override
    public void socketOpened() { }

    @Override
    public void message(ByteBuffer bytes, int from, int to) {
        receive(bytes, from, to);
    }

    @Override
    void send(String enginePacket) {
        socket.send(ascii(enginePacket));
    }

    @Override
    void send(List<String> enginePackets) {
        socket.send(enginePackets.stream().map(Client::ascii).toList());
    }

    @Override
    boolean isCongested() {
        return socket.isCongested();
    }

    @Override
    void pause() {
        socket.pause();
    }

    @Override
    void resume() {
        socket.resume();
    }

    @Override
    public void close() {
        socket.close();
    }

    @Override
    void reset() {
        socket.reset();
    }

    @Override
    public void socketClosed(String reason) {
        closed(reason);
    }
}
