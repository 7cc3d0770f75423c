package id.aglis.portal.socketio;

import java.util.ArrayList;
import java.util.List;

/** A packet whose binary parts are still coming in. */
final class PartialPacket {

    private final SocketPacket packet;
    private final List<byte[]> parts = new ArrayList<>();

    PartialPacket(SocketPacket packet) {
        this.packet = packet;
    }

    void add(byte[] part) {
        parts.add(part);
    }

    boolean isComplete() {
        return parts.size() == packet.attachments();
    }

    /** @throws IllegalArgumentException when a placeholder refers to no part */
    SocketPacket complete() {
        return packet.withData(BinaryParts.putInto(packet.data(), parts));
    }
}
