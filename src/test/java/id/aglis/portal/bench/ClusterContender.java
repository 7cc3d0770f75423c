package id.aglis.portal.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A cluster of two instances that offers {@code broadcast}, and how it is started from the root of the checkout. */
enum ClusterContender {

    OURS("Aglis Portal",
            "asadmin-scripts/portal conformance --instances 2 --ping-interval 25000 --ping-timeout 20000 --connect-timeout 45000 --port"),
    REDIS("two socket.io 4.8.4 on Node with the Redis Streams adapter 0.3.1", "node src/test/bench/redis-streams.js");

    private final String title;
    private final List<String> command;

    ClusterContender(String title, String command) {
        this.title = title;
        this.command = List.of(command.split(" "));
    }

    static Optional<ClusterContender> named(String name) {
        return Arrays.stream(values()).filter(contender -> contender.label().equals(name)).findFirst();
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    String title() {
        return title;
    }

    /**
     * True while it keeps up, with what it promises: of the peer one order is not asked, since its sockets hear broadcasts of their own
     * process at once and those of the other when Redis brings them.
     */
    boolean sustains(Series series) {
        return series.broadcasts().sustained() && (this == OURS ? series.integrity().isWhole() : series.integrity().isComplete());
    }

    ServerProcess start(Path log) throws IOException {
        String port = Integer.toString(ServerProcess.freePort());
        return ServerProcess.start(Stream.concat(command.stream(), Stream.of(port)).toList(), log);
    }
}
