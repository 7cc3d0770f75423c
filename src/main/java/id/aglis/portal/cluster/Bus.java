package id.aglis.portal.cluster;

import java.util.function.Consumer;

/** Carries messages to all other instances: perhaps late, in any order, or not at all, and never twice. */
interface Bus {

    /** Sends without waiting for anybody to receive. */
    void publish(byte[] message);

    /** Registers the one listener of this instance; it is called on any thread, also by several at once, and must not wait. */
    void listen(Consumer<byte[]> listener);
}
