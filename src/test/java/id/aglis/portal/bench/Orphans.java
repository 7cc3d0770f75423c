package id.aglis.portal.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Connections of a port that no process holds any more, while the kernel still has something to say on them.
 *
 * @param count       how many there are
 * @param unsentBytes what the kernel keeps for their clients
 */
record Orphans(int count, long unsentBytes) {

    /** FIN_WAIT1, LAST_ACK and CLOSING, as in {@code /proc/net/tcp}. */
    private static final Set<String> STATES = Set.of("04", "09", "0B");

    static Orphans of(int port) throws IOException {
        String end = String.format(":%04X", port);
        List<String[]> orphans = connections().filter(fields -> fields[1].endsWith(end) && STATES.contains(fields[3])).toList();
        return new Orphans(orphans.size(), orphans.stream().mapToLong(fields -> Long.parseLong(fields[4].split(":")[0], 16)).sum());
    }

    /** As {@code number, local address, remote address, state, unsent:unread, ...}. */
    private static Stream<String[]> connections() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("/proc/net/tcp6"));
        return Stream.concat(Files.readAllLines(Path.of("/proc/net/tcp")).stream(), lines.stream())
                .map(line -> line.trim().split(" +"));
    }
}
