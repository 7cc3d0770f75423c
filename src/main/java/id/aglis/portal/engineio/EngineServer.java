package id.aglis.portal.engineio;

import id.aglis.portal.cluster.LetterBox;
import jakarta.enterprise.concurrent.ContextService;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.server.ServerContainer;
import java.time.Duration;
import java.util.EnumSet;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadFactory;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/** An Engine.IO server mounted at a path of a web application. */
public final class EngineServer implements AutoCloseable {

    private final Engine engine;
    private final Hangups hangups;
    private final Relay relay;
    private final Departure departure;

    private EngineServer(Engine engine, Hangups hangups, Relay relay, Departure departure) {
        this.engine = engine;
        this.hangups = hangups;
        this.relay = relay;
        this.departure = departure;
    }

    /**
     * Registers filter, servlet and WebSocket endpoints for {@code path} with and without a trailing slash, running on managed threads
     * of the container. Requests may come to any instance whose letter boxes belong together. To be called while the context starts, from
     * a {@code ServletContextListener}.
     */
    public static EngineServer mount(ServletContext context, String path, EngineConfig config, LetterBox letters,
            SessionListener listener) {
        Executor executor = ThreadPerTask.inContext(lookUp("java:comp/DefaultManagedThreadFactory", ThreadFactory.class),
                lookUp("java:comp/DefaultContextService", ContextService.class));
        TimerWheel wheel = TimerWheel.started(executor);
        Engine engine = new Engine(config, listener, wheel, new Workers(executor, config.parallelism()), new Sessions(wheel));
        Relay relay = new Relay(letters, engine);
        Departure departure = new Departure(engine, relay);
        Door door = new Door(engine, relay, departure);
        String base = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        Hangups hangups = Hangups.watched(executor);
        PipeliningFilter.mount(context);
        mountServlet(context, base, door, hangups);
        mountEndpoints(context, base);
        return new EngineServer(engine, hangups, relay, departure);
    }

    /** Sessions open on this instance. */
    public int sessions() {
        return engine.sessions().count();
    }

    /**
     * Opens no session from now on (503), and breaks off those that are open one after another, such that clients come back, to another
     * instance. Returns at once; {@link #sessions} tells how many are still there.
     *
     * @param atMost time for all of them
     */
    public void leave(Duration atMost) {
        departure.begin(atMost);
    }

    /** Breaks off all sessions that are still there. */
    @Override
    public void close() {
        engine.sessions().all().forEach(session -> session.breakOff(CloseReason.SERVER_SHUTTING_DOWN));
        engine.wheel().close();
        hangups.close();
        relay.close();
    }

    private static void mountServlet(ServletContext context, String base, Door door, Hangups hangups) {
        Polling requests = new Polling(door);
        PollingServlet polling = new PollingServlet(requests, hangups);
        // The filter answers before it is reached. It stands for the path all the same: requests then have the servlet path and path info
        // that it reads, and no servlet of the application's that takes everything else stands in its place.
        ServletRegistration.Dynamic servlet = context.addServlet("engine.io " + base, polling);
        servlet.setAsyncSupported(true);
        servlet.addMapping(base + "/*");
        DirectPolling direct = new DirectPolling(requests, context.getContextPath() + base);
        FilterRegistration.Dynamic filter = context.addFilter("engine.io " + base, new EngineFilter(door, polling, direct));
        filter.setAsyncSupported(true);
        filter.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, base + "/*");
    }

    private static void mountEndpoints(ServletContext context, String base) {
        ServerContainer container = (ServerContainer) context.getAttribute(ServerContainer.class.getName());
        IdleTimers.switchOff(container);
        try {
            container.addEndpoint(WebSocketEndpoint.at(base));
            container.addEndpoint(WebSocketEndpoint.at(base + "/"));
        } catch (DeploymentException e) {
            throw new IllegalStateException("WebSocket endpoints cannot be opened at " + base + ".", e);
        }
    }

    private static <T> T lookUp(String name, Class<T> type) {
        try {
            return type.cast(new InitialContext().lookup(name));
        } catch (NamingException e) {
            throw new IllegalStateException("The container has no " + name + ".", e);
        }
    }
}
