package id.aglis.portal.bench;

import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;

/** A server that listens, and the process it is. */
public record Target(InetSocketAddress address, long pid) {

    static final String PATH = "/socket.io/?EIO=4";

    public static Target at(URI uri, long pid) {
        return new Target(new InetSocketAddress(uri.getHost(), uri.getPort()), pid);
    }

    /** The processor time the server has used so far; says more than a rate when something else runs on the machine. */
    Duration cpuTime() {
        return ProcessHandle.of(pid).flatMap(process -> process.info().totalCpuDuration()).orElse(Duration.ZERO);
    }

    /** Microseconds of processor time for each of {@code count} things done since the server had used {@code before}. */
    double cpuMicrosEach(Duration before, long count) {
        return cpuTime().minus(before).toNanos() / 1e3 / count;
    }
}
