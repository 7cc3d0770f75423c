package id.aglis.portal.bench;

import java.nio.ByteBuffer;

/** What a {@link Connection} tells the protocol that speaks over it; always on the thread that turns its event loop. */
interface Receiver {

    /** The connection stands and may be written to. */
    void connected();

    /** Takes every complete unit out of {@code in}; bytes that are left come again, followed by more. */
    void received(ByteBuffer in);

    /** The connection is gone, by either side or because it could never be made. Said once. */
    void closed(String reason);
}
