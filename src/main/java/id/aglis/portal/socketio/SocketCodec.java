package id.aglis.portal.socketio;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Text of packets: {@code <type>[<attachments>-][<namespace>,][<ack id>][<JSON>]}. */
final class SocketCodec {

    private static final Set<String> RESERVED =
            Set.of("connect", "connect_error", "disconnect", "disconnecting", "newListener", "removeListener");
    private static final int MAX_DIGITS = 15;

    private final String text;
    private int position;

    private SocketCodec(String text) {
        this.text = text;
    }

    /** @throws IllegalArgumentException when it is no packet a client may send */
    static SocketPacket decode(String text) {
        SocketPacket packet = new SocketCodec(text).packet();
        if (!isValid(packet)) {
            throw new IllegalArgumentException("The payload does not fit a packet of type " + packet.type() + ".");
        }
        return packet;
    }

    /** @param json the payload as JSON text; empty for none */
    static String encode(SocketPacketType type, int attachments, String namespace, long ackId, String json) {
        StringBuilder text = new StringBuilder(json.length() + namespace.length() + 16).append(type.ordinal());
        if (type.hasAttachments()) {
            text.append(attachments).append('-');
        }
        if (!namespace.equals("/")) {
            text.append(namespace).append(',');
        }
        if (ackId != SocketPacket.NO_ACK) {
            text.append(ackId);
        }
        return text.append(json).toString();
    }

    static boolean isReserved(String event) {
        return RESERVED.contains(event);
    }

    private SocketPacket packet() {
        SocketPacketType type = type();
        int attachments = type.hasAttachments() ? attachments() : 0;
        String namespace = namespace();
        long ackId = peek() >= '0' && peek() <= '9' ? number() : SocketPacket.NO_ACK;
        String json = text.substring(position);
        return new SocketPacket(type, namespace, ackId, attachments, json.isEmpty() ? null : JsonText.parse(json));
    }

    private SocketPacketType type() {
        SocketPacketType type = SocketPacketType.of(peek()).orElseThrow(() -> new IllegalArgumentException("No packet has that type."));
        position++;
        return type;
    }

    private int attachments() {
        long count = number();
        if (peek() != '-' || count > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("The number of attachments is missing.");
        }
        position++;
        return (int) count;
    }

    private String namespace() {
        if (peek() != '/') {
            return "/";
        }
        int comma = text.indexOf(',', position);
        int end = comma < 0 ? text.length() : comma;
        String namespace = text.substring(position, end);
        position = Math.min(text.length(), end + 1);
        return namespace;
    }

    private long number() {
        int start = position;
        while (peek() >= '0' && peek() <= '9') {
            position++;
        }
        if (position == start || position - start > MAX_DIGITS) {
            throw new IllegalArgumentException("A number is missing, or has too many digits.");
        }
        return Long.parseLong(text, start, position, 10);
    }

    private char peek() {
        return position < text.length() ? text.charAt(position) : '\0';
    }

    private static boolean isValid(SocketPacket packet) {
        return switch (packet.type()) {
            case CONNECT -> packet.data() == null || packet.data() instanceof Map;
            case DISCONNECT -> packet.data() == null;
            case EVENT, BINARY_EVENT -> packet.data() instanceof List<?> list && !list.isEmpty() && isEventName(list.get(0));
            case ACK, BINARY_ACK -> packet.data() instanceof List && packet.wantsAck();
            case CONNECT_ERROR -> false;
        };
    }

    private static boolean isEventName(Object name) {
        return name instanceof Number || name instanceof String text && !isReserved(text);
    }
}
