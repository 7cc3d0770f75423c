package id.aglis.portal.engineio;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * Something to send: a text, binary parts, or a text with its binary parts, which nothing may come between. It is encoded once for each
 * kind of transport, however many clients get it.
 */
public final class Message {

    static final Message PING = control(EnginePacketType.PING, "");
    static final Message NOOP = control(EnginePacketType.NOOP, "");
    static final Message CLOSE = control(EnginePacketType.CLOSE, "");
    static final Message PROBED = control(EnginePacketType.PONG, "probe");

    private static final byte[] NONE = {};

    private final byte[] text;
    private final List<byte[]> binaries;
    private final boolean droppable;
    private final int size;
    private byte[] frames;
    private byte[] body;

    private Message(byte[] text, List<byte[]> binaries, boolean droppable) {
        this.text = text;
        this.binaries = binaries;
        this.droppable = droppable;
        this.size = text.length + 10 + binaries.stream().mapToInt(part -> part.length + 10).sum();
    }

    public static Message of(String text) {
        return of(text, List.of());
    }

    /** @param binaries not to be modified afterwards */
    public static Message of(String text, List<byte[]> binaries) {
        return new Message(packet(EnginePacketType.MESSAGE, text), binaries, false);
    }

    /**
     * @param text      UTF-8, without a type digit
     * @param droppable whether it may be left out for a client that cannot take it soon
     */
    public static Message of(byte[] text, List<byte[]> binaries, boolean droppable) {
        byte[] packet = new byte[text.length + 1];
        packet[0] = (byte) EnginePacketType.MESSAGE.digit();
        System.arraycopy(text, 0, packet, 1, text.length);
        return new Message(packet, binaries, droppable);
    }

    public static Message of(byte[] binary) {
        return new Message(NONE, List.of(binary), false);
    }

    static Message control(EnginePacketType type, String data) {
        return new Message(packet(type, data), List.of(), false);
    }

    /**
     * The messages that went into these frames, each part of one by itself.
     *
     * @throws IllegalArgumentException when they are not such as {@link #frames} makes
     */
    static List<Message> inFrames(byte[] frames) {
        List<Message> messages = new ArrayList<>();
        ByteBuffer in = ByteBuffer.wrap(frames);
        try {
            while (in.hasRemaining()) {
                boolean text = in.get() == Opcode.TEXT.first();
                byte[] payload = new byte[length(in)];
                in.get(payload);
                messages.add(text ? new Message(payload, List.of(), false) : of(payload));
            }
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("Frames are broken.", e);
        }
        return messages;
    }

    private static int length(ByteBuffer in) {
        int length = in.get();
        long real = length == 126 ? in.getShort() & 0xFFFF : length == 127 ? in.getLong() : length;
        if (real < 0 || real > in.remaining()) {
            throw new IllegalArgumentException("A frame is longer than what there is of it.");
        }
        return (int) real;
    }

    boolean isDroppable() {
        return droppable;
    }

    /** What it counts against the budget of a connection, in bytes. */
    public int size() {
        return size;
    }

    /** The packet with its type digit; empty when there are only binary parts. */
    String text() {
        return new String(text, StandardCharsets.UTF_8);
    }

    List<byte[]> binaries() {
        return binaries;
    }

    /** Ready WebSocket frames. Two threads may both encode them; that is cheaper than a lock. */
    byte[] frames() {
        byte[] ready = frames;
        if (ready == null) {
            ready = encodeFrames();
            frames = ready;
        }
        return ready;
    }

    /** The form for a polling body. */
    byte[] body() {
        byte[] ready = body;
        if (ready == null) {
            ready = encodeBody();
            body = ready;
        }
        return ready;
    }

    private byte[] encodeFrames() {
        ByteBuffer out = ByteBuffer.allocate(size);
        if (text.length > 0) {
            frame(out, Opcode.TEXT, text);
        }
        binaries.forEach(part -> frame(out, Opcode.BINARY, part));
        byte[] exact = new byte[out.position()];
        out.flip().get(exact);
        return exact;
    }

    private static void frame(ByteBuffer out, Opcode opcode, byte[] payload) {
        out.put(opcode.first());
        if (payload.length < 126) {
            out.put((byte) payload.length);
        } else if (payload.length < 65_536) {
            out.put((byte) 126).putShort((short) payload.length);
        } else {
            out.put((byte) 127).putLong(payload.length);
        }
        out.put(payload);
    }

    private byte[] encodeBody() {
        if (binaries.isEmpty()) {
            return text;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(size * 4 / 3 + 4);
        out.writeBytes(text);
        for (byte[] part : binaries) {
            if (out.size() > 0) {
                out.write(EngineCodec.SEPARATOR);
            }
            out.write('b');
            out.writeBytes(Base64.getEncoder().encode(part));
        }
        return out.toByteArray();
    }

    private static byte[] packet(EnginePacketType type, String data) {
        return (type.digit() + data).getBytes(StandardCharsets.UTF_8);
    }
}
