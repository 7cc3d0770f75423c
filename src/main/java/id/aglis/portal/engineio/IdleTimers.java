package id.aglis.portal.engineio;

import jakarta.websocket.WebSocketContainer;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import org.glassfish.tyrus.core.BaseContainer;

/**
 * Tyrus schedules the idle time-out of a WebSocket when it opens and anew for every message, even when there is none, on a managed
 * executor. That takes a sixth of the time of a handshake and several times that of a message. Engine.IO has a heartbeat of its own, so
 * the container of this web application gets an executor that takes no tasks.
 */
final class IdleTimers {

    private static final Logger LOGGER = System.getLogger(IdleTimers.class.getName());

    private IdleTimers() {
    }

    /** Does nothing where the provider is not the Tyrus we know: it is slower then. */
    static void switchOff(WebSocketContainer container) {
        try {
            if (container instanceof BaseContainer tyrus) {
                GrizzlyRemains.field(BaseContainer.class, "managedScheduledExecutorService").set(tyrus, noTimer());
            }
        } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
            LOGGER.log(Level.WARNING, "The idle timers of WebSockets cannot be switched off; each message costs more.", e);
        }
    }

    private static ScheduledExecutorService noTimer() {
        ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(0, new ThreadPoolExecutor.DiscardPolicy());
        timer.shutdown();
        return timer;
    }
}
