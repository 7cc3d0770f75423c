package id.aglis.portal.socketio;

import java.util.Optional;

/** The packet types of Socket.IO 5; the ordinal is the digit on the wire. */
enum SocketPacketType {
    CONNECT, DISCONNECT, EVENT, ACK, CONNECT_ERROR, BINARY_EVENT, BINARY_ACK;

    private static final SocketPacketType[] TYPES = values();

    static Optional<SocketPacketType> of(char digit) {
        int number = digit - '0';
        return number >= 0 && number < TYPES.length ? Optional.of(TYPES[number]) : Optional.empty();
    }

    boolean hasAttachments() {
        return this == BINARY_EVENT || this == BINARY_ACK;
    }

    boolean isEvent() {
        return this == EVENT || this == BINARY_EVENT;
    }

    SocketPacketType withAttachments() {
        return this == EVENT ? BINARY_EVENT : BINARY_ACK;
    }
}
