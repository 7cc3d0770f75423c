package id.aglis.portal.engineio;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Reads packets: one per WebSocket frame, or several in the body of a POST, separated by the record separator 0x1E. */
final class EngineCodec {

    static final char SEPARATOR = 0x1E;

    private EngineCodec() {
    }

    /** @throws IllegalArgumentException when a packet has no known type, or its base64 is broken */
    static List<EnginePacket> payload(String body) {
        List<EnginePacket> packets = new ArrayList<>();
        int start = 0;
        for (int end = body.indexOf(SEPARATOR); end >= 0; end = body.indexOf(SEPARATOR, start)) {
            packets.add(packet(body.substring(start, end)));
            start = end + 1;
        }
        packets.add(packet(body.substring(start)));
        return packets;
    }

    /**
     * A packet as text; a binary one is base64, in payloads always, in frames when the client has no binary ones.
     *
     * @throws IllegalArgumentException when the packet has no known type, or its base64 is broken
     */
    static EnginePacket packet(String packet) {
        return packet.startsWith("b") ? new EnginePacket.Binary(binary(packet.substring(1))) : text(packet);
    }

    /** The official client for Java breaks the lines, as in mail (RFC 2045, section 6.8). */
    private static byte[] binary(String base64) {
        return Base64.getDecoder().decode(base64.indexOf('\n') < 0 ? base64 : base64.replace("\r", "").replace("\n", ""));
    }

    static EnginePacket text(String packet) {
        if (packet.isEmpty()) {
            throw new IllegalArgumentException("An empty packet has no type.");
        }
        EnginePacketType type = EnginePacketType.of(packet.charAt(0))
                .orElseThrow(() -> new IllegalArgumentException("No packet has that type."));
        return new EnginePacket.Text(type, packet.substring(1));
    }
}
