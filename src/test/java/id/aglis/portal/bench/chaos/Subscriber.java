package id.aglis.portal.bench.chaos;

import id.aglis.portal.bench.Client;
import id.aglis.portal.bench.ClientListener;
import id.aglis.portal.bench.Transport;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page with the official client, as far as staying connected goes: it comes back after its back-off, shows its private id and the last
 * argument of the last event if that was a text, keeps events that come before it is let in, and gives up on a server that is silent.
 */
final class Subscriber implements ClientListener {

    /** Ping interval and time-out of the portal together. */
    private static final long SILENCE_NANOS = 45_000_000_000L;
    private static final long CONNECT_NANOS = 20_000_000_000L;
    private static final Pattern PID = Pattern.compile("\"pid\":\"([^\"]+)\"");

    private final Audience audience;
    private final Transport transport;
    private final Hearing hearing;
    private final Backoff backoff = new Backoff();
    private final LastText offset = new LastText();
    /** Also from an attempt that then failed. */
    private final List<ByteBuffer> early = new ArrayList<>(0);
    private Client client;
    private String pid = "";
    private boolean open;
    private boolean connected;
    private long lostAt;
    private long attemptAt;
    private long attempts;
    private long pingedAt;

    Subscriber(Audience audience, Transport transport, int lanes) {
        this.audience = audience;
        this.transport = transport;
        this.hearing = new Hearing(lanes);
        this.lostAt = System.nanoTime();
    }

    Hearing hearing() {
        return hearing;
    }

    void connect() {
        attemptAt = System.nanoTime();
        client = transport.open(audience.loop(), audience.target(), this);
    }

    @Override
    public String auth(Client self) {
        backoff.reset();
        open = true;
        pingedAt = System.nanoTime();
        return "{\"token\":\"" + audience.token() + "\"" + known() + "}";
    }

    private String known() {
        return pid.isEmpty() ? "" : ",\"pid\":\"" + pid + "\"" + offset.text().map(text -> ",\"offset\":\"" + text + "\"").orElse("");
    }

    @Override
    public void pinged(Client self) {
        pingedAt = System.nanoTime();
    }

    @Override
    public void packet(Client self, ByteBuffer bytes, int from, int to) {
        if (self != client) {
            return;
        }
        switch (bytes.get(from)) {
            case '1' -> {
                audience.tally().turnedAway();
                lose(self, "the server sent the client away");
            }
            case '2' -> take(bytes, from, to);
            default -> { }
        }
    }

    private void take(ByteBuffer bytes, int from, int to) {
        if (connected) {
            hear(bytes, from, to);
        } else {
            early.add(ByteBuffer.allocate(to - from).put(bytes.duplicate().limit(to).position(from)).flip());
        }
    }

    private void hear(ByteBuffer bytes, int from, int to) {
        offset.take(bytes, from, to);
        if (Numbered.isIn(bytes, from, to)) {
            hearing.hear(Numbered.lane(bytes, from), Numbered.number(bytes, from), audience.tally());
        }
    }

    @Override
    public void admitted(Client self, String answer) {
        Matcher given = PID.matcher(answer);
        String now = given.find() ? given.group(1) : "";
        boolean recovered = !now.isEmpty() && now.equals(pid);
        early.forEach(packet -> hear(packet, 0, packet.limit()));
        early.clear();
        if (!recovered) {
            hearing.beginAnew();
        }
        boolean first = pid.isEmpty();
        pid = now;
        connected = true;
        long time = System.nanoTime();
        audience.back(first, recovered, time - lostAt, attempts + time - attemptAt);
    }

    @Override
    public void closed(Client self, String reason) {
        if (self == client) {
            if (reason.startsWith("the namespace")) {
                audience.tally().turnedAway();
            }
            lose(self, reason);
        }
    }

    private void lose(Client self, String reason) {
        long now = System.nanoTime();
        client = null;
        self.close();
        if (connected) {
            lostAt = now;
            attempts = 0;
            audience.left();
        } else {
            attempts += now - attemptAt;
        }
        audience.tally().closed((connected ? "" : "while connecting: ") + reason);
        connected = false;
        open = false;
        audience.clock().after(backoff.next() * 1_000_000, this::connect);
    }

    /** Gives a silent server up. */
    void look(long now) {
        if (client != null && open && now - pingedAt > SILENCE_NANOS) {
            lose(client, "no ping came");
        } else if (client != null && !open && now - attemptAt > CONNECT_NANOS) {
            lose(client, "no handshake was answered");
        }
    }
}
