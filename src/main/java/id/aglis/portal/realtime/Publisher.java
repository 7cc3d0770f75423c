package id.aglis.portal.realtime;

import id.aglis.portal.Refusal;
import id.aglis.portal.socketio.Broadcast;
import id.aglis.portal.socketio.Namespace;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Hands publications to the broadcast log once their transaction has committed. What the log has taken is forgotten by the outbox, in
 * batches; what it has not taken stays there, and {@link OutboxRun} tries again.
 */
@ApplicationScoped
public class Publisher {

    private static final Logger LOGGER = System.getLogger(Publisher.class.getName());
    /** As many as one delete statement names. */
    private static final int BATCH = 500;
    /** Json itself looks through all jars of the server for its parser, every time. */
    private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());
    /** Starting takes about this long. */
    private static final Duration RETRY = Duration.ofSeconds(5);

    private final Queue<String> published = new ConcurrentLinkedQueue<>();

    @Inject
    private RealtimeServer server;
    @Inject
    private Outbox outbox;

    void committed(@Observes(during = TransactionPhase.AFTER_SUCCESS) Publication publication) {
        publish(publication);
    }

    /** Publishes, or leaves it to a later run; never throws because of the network. */
    void publish(Publication publication) {
        try {
            server.namespace().ifPresent(namespace -> publish(publication, namespace));
        } catch (RuntimeException failure) {
            LOGGER.log(Level.WARNING, "A publication stays in the outbox. id=" + publication.id(), failure);
        }
    }

    /**
     * Publishes an event from outside, at once and past the outbox.
     *
     * @return its position in the log, -1 when volatile; fails when the log cannot be reached
     */
    public CompletionStage<Long> publish(ExternalEvent event) {
        Broadcast broadcast = server.namespace().orElseThrow(() -> Refusal.unavailable("Sockets are not accepted yet.", RETRY))
                .to(names(event.rooms())).except(names(event.except()));
        broadcast = event.asVolatile() ? broadcast.asVolatile() : broadcast;
        broadcast = event.id().isEmpty() ? broadcast : broadcast.withId(event.id());
        return broadcast.emit(event.event(), event.payload());
    }

    /** Forgets what has been published since the last call. */
    void forget() {
        List<String> ids = new ArrayList<>();
        for (String id = published.poll(); id != null; id = ids.size() < BATCH ? published.poll() : null) {
            ids.add(id);
        }
        if (!ids.isEmpty()) {
            forget(ids);
        }
    }

    private void forget(List<String> ids) {
        try {
            outbox.forget(ids);
        } catch (RuntimeException failure) {
            published.addAll(ids);
            throw failure;
        }
    }

    private void publish(Publication publication, Namespace namespace) {
        Broadcast broadcast = namespace.to(array(publication.rooms())).except(array(publication.except())).withId(publication.id());
        CompletionStage<Long> kept = switch (publication.action()) {
            case EMIT -> broadcast.emit(publication.name(), json(publication.body()));
            case LEAVE -> broadcast.leave(publication.name());
            case DISCONNECT -> broadcast.disconnect(true);
        };
        kept.whenComplete((offset, failure) -> taken(publication, failure));
    }

    private void taken(Publication publication, Throwable failure) {
        if (failure == null) {
            published.add(publication.id());
        } else {
            LOGGER.log(Level.WARNING, "A publication stays in the outbox. id=" + publication.id(), failure);
        }
    }

    private static String[] names(List<Room> rooms) {
        return rooms.stream().map(Room::name).toArray(String[]::new);
    }

    private static String[] array(List<String> names) {
        return names.toArray(String[]::new);
    }

    private static JsonValue json(String body) {
        try (JsonReader reader = READERS.createReader(new StringReader(body))) {
            return reader.readValue();
        }
    }
}
