package id.aglis.portal.cluster;

import java.nio.ByteBuffer;

/** Parts of a message. */
final class Bytes {

    private Bytes() {
    }

    /**
     * The next bytes, and moves the position behind them.
     *
     * @throws IndexOutOfBoundsException when there are not so many
     */
    static ByteBuffer take(ByteBuffer message, int length) {
        ByteBuffer part = message.slice(message.position(), length);
        message.position(message.position() + length);
        return part;
    }
}
