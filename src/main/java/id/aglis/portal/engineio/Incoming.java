package id.aglis.portal.engineio;

/** Where a transport brings what its client sends: a session of this instance, or the way to the instance that owns it. */
interface Incoming {

    void frame(Link socket, String frame);

    void frame(Link socket, byte[] frame);

    /** A link broke, or its client left. */
    void lost(Link link, CloseReason reason);
}
