package id.aglis.portal.engineio;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.glassfish.grizzly.Buffer;

/**
 * The short way in for messages of a WebSocket. Those that come as one whole frame, as nearly all do, are read right behind the socket: the
 * way through HTTP filters, servlet stream and Tyrus takes three times as long. Everything else goes on to Tyrus as if nobody had been here:
 * control frames, messages in several frames, frames that are not there as a whole, and all that is wrong.
 *
 * <p>Bytes are read by one thread at a time, and Tyrus has looked at all it was given before more is read.
 */
final class FrameIntake {

    private static final int MASK_BYTES = 4;
    private static final int MASKED = 0x80;
    /** Lengths beyond are in the bytes that follow (RFC 6455, section 5.2). */
    private static final int SHORT_LENGTH = 125;
    private static final int TWO_BYTES = 126;

    private final Optional<TcpConnection> connection;
    private final IncomingFrames frames;
    private final ClosingHandshake closing;
    private final int longest;
    private volatile Receiver receiver;
    private boolean open;

    /**
     * @param connection where messages may be read; empty when all are to go through Tyrus
     * @param frames     how far Tyrus has read
     * @param longest    payload of a message that is allowed, in bytes
     */
    FrameIntake(Optional<TcpConnection> connection, IncomingFrames frames, ClosingHandshake closing, int longest) {
        this.connection = connection;
        this.frames = frames;
        this.closing = closing;
        this.longest = longest;
    }

    /** The WebSocket is open: that is where its messages go. */
    void deliverTo(Incoming session, Link socket) {
        receiver = new Receiver(session, socket);
    }

    /** Tyrus has read everything so far: the next bytes may come here first. */
    void open() {
        if (!open && receiver != null && frames.isBetweenMessages()) {
            open = true;
            connection.ifPresent(tcp -> tcp.readBy(this));
        }
    }

    /** Takes messages from the beginning of the data, as many as can be taken here. */
    void take(Buffer data) {
        while (frames.isBetweenMessages() && !closing.isBegun() && takeMessage(data)) { }
    }

    private boolean takeMessage(Buffer data) {
        int start = data.position();
        int available = data.remaining();
        if (available < 2 + MASK_BYTES) {
            return false;
        }
        int length = (data.get(start + 1) & 0xff) - MASKED;
        int header = 2;
        if (length == TWO_BYTES) {
            length = (data.get(start + 2) & 0xff) << 8 | data.get(start + 3) & 0xff;
            header = 4;
        } else if (length > SHORT_LENGTH) {
            return false;
        }
        boolean whole = length >= 0 && length <= longest && available >= header + MASK_BYTES + length;
        return whole && deliver(data.get(start), data, start + header, length);
    }

    /** @param mask where it begins; the payload follows */
    private boolean deliver(byte first, Buffer data, int mask, int length) {
        if (first == Opcode.TEXT.first()) {
            Optional<String> text = text(payload(data, mask, length));
            text.ifPresent(message -> receiver.session.frame(receiver.socket, message));
            return text.isPresent() && goOn(data, mask + MASK_BYTES + length);
        }
        if (first == Opcode.BINARY.first()) {
            receiver.session.frame(receiver.socket, payload(data, mask, length));
            return goOn(data, mask + MASK_BYTES + length);
        }
        return false;
    }

    private static boolean goOn(Buffer data, int position) {
        data.position(position);
        return true;
    }

    private static byte[] payload(Buffer data, int mask, int length) {
        byte[] payload = new byte[length];
        for (int i = 0; i < length; i++) {
            payload[i] = (byte) (data.get(mask + MASK_BYTES + i) ^ data.get(mask + i % MASK_BYTES));
        }
        return payload;
    }

    /** Empty when it is not UTF-8. */
    private static Optional<String> text(byte[] payload) {
        for (byte next : payload) {
            if (next < 0) {
                return decode(payload);
            }
        }
        return Optional.of(new String(payload, StandardCharsets.ISO_8859_1));
    }

    private static Optional<String> decode(byte[] payload) {
        try {
            return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(payload)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private record Receiver(Incoming session, Link socket) {
    }
}
