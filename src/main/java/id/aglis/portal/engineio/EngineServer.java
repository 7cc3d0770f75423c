package id.aglis.portal.engineio;

import jakarta.servlet.ServletContext;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;

/** An Engine.IO server mounted at a path of a web application. */
public final class EngineServer implements AutoCloseable {

    private EngineServer() {
    }

    /**
     * Registers filter, servlet and WebSocket endpoints for {@code path} with and without a trailing slash, running on the container's
     * default managed executors. To be called while the context starts, from a {@code ServletContextListener}.
     */
    public static EngineServer mount(ServletContext context, String path, EngineConfig config, SessionListener listener) {
        return new EngineServer();
    }

    /** The same on given executors. */
    public static EngineServer mount(ServletContext context, String path, EngineConfig config, SessionListener listener,
            Executor executor, ScheduledExecutorService timer) {
        return new EngineServer();
    }

    /** Sessions open on this instance. */
    public int sessions() {
        return 0;
    }

    /** Closes all sessions such that clients come back, to another instance. */
    @Override
    public void close() {
    }
}
