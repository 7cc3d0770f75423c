package id.aglis.portal.identity;

import id.aglis.portal.Refusal;
import id.aglis.portal.realtime.ExternalEvent;
import id.aglis.portal.realtime.Publisher;
import id.aglis.portal.realtime.Room;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Lets scripts and other systems announce an event to browsers. */
@Path("realtime/broadcast")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class BroadcastResource {

    /** Longer than the log takes to lose a member and go on. */
    private static final Duration WAIT = Duration.ofSeconds(10);

    @Inject
    private Publisher publisher;

    /** 202: the event has its place in the log; that every browser has received it cannot be known. */
    @POST
    @Allowed(Permission.REALTIME_PUBLISH)
    public Response broadcast(@Valid @NotNull BroadcastRequest request) {
        return Response.accepted(new Accepted(publish(request.toEvent()))).build();
    }

    private long publish(ExternalEvent event) {
        try {
            return publisher.publish(event).toCompletableFuture().get(WAIT.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException failure) {
            throw Refusal.unavailable("The broadcast log cannot be reached. Repeating the call with the same id is harmless.", WAIT);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw Refusal.unavailable("This instance is stopping.", WAIT);
        }
    }

    public record BroadcastRequest(@NotNull String event, JsonValue payload, List<String> rooms, List<String> except,
            @JsonbProperty("volatile") boolean asVolatile, String id) {

        ExternalEvent toEvent() {
            return new ExternalEvent(event, Optional.ofNullable(payload).orElse(JsonValue.NULL), rooms("rooms", rooms), rooms("except", except),
                    asVolatile, Optional.ofNullable(id).orElse(""));
        }

        private static List<Room> rooms(String field, List<String> names) {
            List<String> given = Optional.ofNullable(names).orElse(List.of());
            if (!given.stream().allMatch(name -> name != null && Room.isName(name))) {
                throw Refusal.invalid(field, "Must be names of rooms, such as role_admin.");
            }
            return given.stream().map(Room::new).toList();
        }
    }

    /** The event's position in the log; -1 for a volatile one, which has none. */
    public record Accepted(long offset) {
    }
}
