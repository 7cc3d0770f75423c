package id.aglis.portal.socketio;

import java.util.List;

/**
 * A packet.
 *
 * @param ackId       the number an acknowledgement refers to, -1 for none
 * @param attachments how many binary parts follow the text
 * @param data        the JSON tree, null when there is none
 */
record SocketPacket(SocketPacketType type, String namespace, long ackId, int attachments, Object data) {

    static final long NO_ACK = -1;

    SocketPacket withData(Object complete) {
        return new SocketPacket(type, namespace, ackId, attachments, complete);
    }

    boolean wantsAck() {
        return ackId != NO_ACK;
    }

    /** The data of an event or an acknowledgement. */
    @SuppressWarnings("unchecked")
    List<Object> list() {
        return (List<Object>) data;
    }
}
