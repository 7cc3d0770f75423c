package id.aglis.portal.identity;

import id.aglis.portal.realtime.Channel;
import id.aglis.portal.realtime.Room;
import id.aglis.portal.socketio.Ack;
import id.aglis.portal.socketio.Arguments;
import id.aglis.portal.socketio.LimitExceeded;
import id.aglis.portal.socketio.Namespace;
import id.aglis.portal.socketio.Socket;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Admits sockets, lets them renew their proof ({@code authenticate}) and ask for rooms ({@code join_room}, {@code leave_room}). Each of the
 * three is answered with {@code {ok: true}} or a refusal (see {@link RefusalAcks}).
 */
@ApplicationScoped
@Priority(1)
public class SessionsChannel implements Channel {

    private static final Logger LOGGER = System.getLogger(SessionsChannel.class.getName());
    /** How late the end of a token may take effect, in seconds. */
    private static final long SWEEP_SECONDS = 5;

    @Inject
    private SocketCallers callers;
    @Resource
    private ManagedScheduledExecutorService timer;

    @Override
    public void open(Namespace namespace) {
        namespace.use(callers::admit);
        namespace.onRecovery(callers::review);
        namespace.onConnection(this::listen);
        timer.scheduleWithFixedDelay(() -> closeEnded(namespace), SWEEP_SECONDS, SWEEP_SECONDS, TimeUnit.SECONDS);
    }

    private void listen(Socket socket) {
        socket.on("authenticate", RefusalAcks.around((arguments, ack) -> authenticate(socket, arguments, ack)));
        socket.on("join_room", RefusalAcks.around((arguments, ack) -> join(socket, arguments, ack)));
        socket.on("leave_room", RefusalAcks.around((arguments, ack) -> leave(socket, arguments, ack)));
    }

    private void authenticate(Socket socket, Arguments arguments, Ack ack) {
        Object token = arguments.get(0) instanceof Map<?, ?> proof ? proof.get("token") : null;
        answer(ack, callers.renew(socket, token), "The token is not good.");
    }

    private void join(Socket socket, Arguments arguments, Ack ack) {
        if (!(arguments.get(0) instanceof String name) || !Room.isName(name)) {
            answer(ack, false, "There is no such room.");
            return;
        }
        Room room = new Room(name);
        boolean own = callers.isOwn(socket, room);
        boolean permitted = own || callers.mayJoin(socket, room);
        if (permitted && !own) {
            join(socket, name, ack);
        }
        answer(ack, permitted, "This room is not open to you.");
    }

    /** Answers itself when that would be one room too many; only the first answer counts. */
    private static void join(Socket socket, String room, Ack ack) {
        try {
            socket.join(room);
        } catch (LimitExceeded full) {
            answer(ack, false, full.getMessage());
        }
    }

    private void leave(Socket socket, Arguments arguments, Ack ack) {
        if (!(arguments.get(0) instanceof String name) || !Room.isName(name)) {
            answer(ack, false, "There is no such room.");
            return;
        }
        boolean own = callers.isOwn(socket, new Room(name));
        if (!own) {
            socket.leave(name);
        }
        answer(ack, !own, "This room cannot be left.");
    }

    private static void answer(Ack ack, boolean ok, String otherwise) {
        ack.send(ok ? Map.of("ok", true) : Map.of("ok", false, "message", otherwise));
    }

    /** The connection breaks, so that the client comes back with the token that it has by then. */
    private void closeEnded(Namespace namespace) {
        try {
            namespace.sockets().stream().filter(callers::hasEnded).forEach(Socket::closeTransport);
        } catch (RuntimeException failure) {
            LOGGER.log(Level.WARNING, "Sockets whose token has ended could not be closed; the next sweep tries again.", failure);
        }
    }
}
