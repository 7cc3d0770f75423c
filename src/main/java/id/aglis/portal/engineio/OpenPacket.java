package id.aglis.portal.engineio;

/** The first packet of a session: its id and what the client has to know, five keys exactly. */
final class OpenPacket {

    private OpenPacket() {
    }

    static Message of(String id, Transport transport, EngineConfig config) {
        String upgrades = transport == Transport.POLLING ? "\"websocket\"" : "";
        return Message.control(EnginePacketType.OPEN, "{\"sid\":\"" + id + "\",\"upgrades\":[" + upgrades + "],\"pingInterval\":"
                + config.pingInterval().toMillis() + ",\"pingTimeout\":" + config.pingTimeout().toMillis() + ",\"maxPayload\":"
                + config.maxPayload() + "}");
    }
}
