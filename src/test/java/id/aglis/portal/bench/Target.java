package id.aglis.portal.bench;

import java.net.InetSocketAddress;
import java.net.URI;

/** A server that listens, and the process it is. */
record Target(InetSocketAddress address, long pid) {

    static final String PATH = "/socket.io/?EIO=4";

    static Target at(URI uri, long pid) {
        return new Target(new InetSocketAddress(uri.getHost(), uri.getPort()), pid);
    }
}
