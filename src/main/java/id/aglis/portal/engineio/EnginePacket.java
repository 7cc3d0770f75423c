package id.aglis.portal.engineio;

/** A packet as received. A binary packet is always a message. */
sealed interface EnginePacket {

    /** @param data what follows the type digit */
    record Text(EnginePacketType type, String data) implements EnginePacket {
    }

    record Binary(byte[] data) implements EnginePacket {
    }
}
