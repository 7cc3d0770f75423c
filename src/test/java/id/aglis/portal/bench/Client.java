package id.aglis.portal.bench;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A Socket.IO client (protocol 5 over Engine.IO 4) in the main namespace; lives on the thread of its event loop. */
public abstract class Client {

    private final ClientListener listener;

    Client(ClientListener listener) {
        this.listener = listener;
    }

    /** Sends a Socket.IO packet of ASCII text. */
    final void emit(String packet) {
        send("4" + packet);
    }

    /** Sends Socket.IO packets of ASCII text, all in one write where the transport can. */
    final void emit(List<String> packets) {
        send(packets.stream().map("4"::concat).toList());
    }

    void send(List<String> enginePackets) {
        enginePackets.forEach(this::send);
    }

    /** Sends an Engine.IO packet of ASCII text. */
    abstract void send(String enginePacket);

    /** True while the server does not read fast enough what this client sends. */
    abstract boolean isCongested();

    /** Reads no more, not even heartbeats. */
    abstract void pause();

    /** Reads on after {@link #pause}. */
    abstract void resume();

    /** Leaves without waiting for an answer. */
    public abstract void close();

    /** Is gone without a word. */
    abstract void reset();

    final void receive(ByteBuffer bytes, int from, int to) {
        switch (bytes.get(from)) {
            case '0' -> opened(HttpResponse.text(bytes, from + 1, to));
            case '1' -> closed("the server sent a close packet");
            case '2' -> pinged();
            case '4' -> receiveMessage(bytes, from + 1, to);
            default -> { }
        }
    }

    /** The handshake is answered; {@code handshake} is its JSON. */
    void opened(String handshake) {
        send("40" + auth());
    }

    final String auth() {
        return listener.auth(this);
    }

    private void pinged() {
        listener.pinged(this);
        send("3");
    }

    private void receiveMessage(ByteBuffer bytes, int from, int to) {
        switch (bytes.get(from)) {
            case '0' -> {
                admitted(HttpResponse.text(bytes, from + 1, to));
                connected();
            }
            case '4' -> closed("the namespace answered " + HttpResponse.text(bytes, from, to));
            default -> listener.packet(this, bytes, from, to);
        }
    }

    final void admitted(String answer) {
        listener.admitted(this, answer);
    }

    final void connected() {
        listener.connected(this);
    }

    final void closed(String reason) {
        listener.closed(this, reason);
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
