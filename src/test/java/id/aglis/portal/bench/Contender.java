package id.aglis.portal.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A server that offers {@code broadcast} and {@code message-with-ack}, and how it is started from the root of the checkout. */
enum Contender {

    OURS("Aglis Portal",
            "asadmin-scripts/portal conformance --instances 1 --ping-interval 25000 --ping-timeout 20000 --connect-timeout 45000 --port"),
    NODE("socket.io 4.8.4 on Node", "node --expose-gc src/test/bench/server.js"),
    NETTY("netty-socketio 2.0.14", "java @target/bench/netty.args");

    private final String title;
    private final List<String> command;

    Contender(String title, String command) {
        this.title = title;
        this.command = List.of(command.split(" "));
    }

    static Optional<Contender> named(String name) {
        return Arrays.stream(values()).filter(contender -> contender.label().equals(name)).findFirst();
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    String title() {
        return title;
    }

    List<String> command(int port) {
        List<String> words = new ArrayList<>(command);
        words.add(Integer.toString(port));
        return words;
    }
}
