package id.aglis.portal.engineio;

import java.util.Optional;

/** The packet types of Engine.IO 4; the ordinal is the digit on the wire. */
enum EnginePacketType {
    OPEN, CLOSE, PING, PONG, MESSAGE, UPGRADE, NOOP;

    private static final EnginePacketType[] TYPES = values();

    char digit() {
        return (char) ('0' + ordinal());
    }

    static Optional<EnginePacketType> of(char digit) {
        int number = digit - '0';
        return number >= 0 && number < TYPES.length ? Optional.of(TYPES[number]) : Optional.empty();
    }
}
