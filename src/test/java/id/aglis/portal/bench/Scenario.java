package id.aglis.portal.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What is measured; the trials of one scenario each meet a server that was just started. */
enum Scenario {

    FANOUT("1,000 WebSockets, 128 bytes, highest sustained rate of broadcasts", new FanoutTrial()),
    LATENCY("1,000 WebSockets, 100 broadcasts/s", new SteadyTrial(Transport.WEBSOCKET, 1_000, 100)),
    CROWD("10,000 WebSockets, 10 broadcasts/s", new SteadyTrial(Transport.WEBSOCKET, 10_000, 10)),
    IDLE("10,000 silent WebSockets", new IdleTrial()),
    CONNECT("clients that come all at once", new ConnectTrial(Transport.WEBSOCKET), new ConnectTrial(Transport.UPGRADE)),
    ACK("100 clients, request and answer", new AckTrial(Transport.WEBSOCKET), new AckTrial(Transport.POLLING)),
    POLLING("1,000 long-polling clients, 10 broadcasts/s", new SteadyTrial(Transport.POLLING, 1_000, 10));

    private final String description;
    private final List<Trial> trials;

    Scenario(String description, Trial... trials) {
        this.description = description;
        this.trials = List.of(trials);
    }

    static Optional<Scenario> named(String name) {
        return Arrays.stream(values()).filter(scenario -> scenario.label().equals(name)).findFirst();
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    String description() {
        return description;
    }

    List<Trial> trials() {
        return trials;
    }
}
