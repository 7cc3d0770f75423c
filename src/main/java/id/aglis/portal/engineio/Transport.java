package id.aglis.portal.engineio;

/** How a session talks at the moment. */
enum Transport {
    POLLING, WEBSOCKET;

    String wireName() {
        return this == POLLING ? "polling" : "websocket";
    }
}
