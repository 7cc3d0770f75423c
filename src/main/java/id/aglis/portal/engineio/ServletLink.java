package id.aglis.portal.engineio;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.channels.SelectableChannel;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * The answer to an HTTP request of this instance, which is waiting. It is written without ever waiting for the client.
 *
 * <p>The container serves a request that was sent before this one was answered by the thread that completes this one, and with objects
 * that the thread which served this one may still hold: requests of other clients then get mixed up. Clients of this protocol never
 * send requests that early, hence {@link #isServingPipelined}. For the same reason a thread that serves requests must not complete
 * others than its own.
 */
final class ServletLink implements HttpLink {

    private static final Logger LOGGER = System.getLogger(ServletLink.class.getName());

    /** Set on a thread while it completes a request. */
    private static final ThreadLocal<Boolean> COMPLETING = new ThreadLocal<>();

    private final AsyncContext context;
    private final Consumer<ServletLink> watcher;
    private final AtomicBoolean answered = new AtomicBoolean();
    private volatile Runnable lost = () -> { };
    private boolean completed;

    /**
     * The container's own time-out stays off: deadlines are ours.
     *
     * @param watcher told of one that waits, and calls {@link #hungUp}
     */
    ServletLink(AsyncContext context, Consumer<ServletLink> watcher) {
        this.context = context;
        this.watcher = watcher;
        context.setTimeout(0);
    }

    @Override
    public void onLost(Runnable action) {
        lost = action;
    }

    @Override
    public void watch() {
        if (isWaiting()) {
            watcher.accept(this);
        }
    }

    @Override
    public boolean write(Batch batch, Runnable later) {
        return !give(Answer.of(batch), later);
    }

    @Override
    public void end(LinkEnd end) {
        if (answered.get()) {
            connection().ifPresent(TcpConnection::cut);
            return;
        }
        if (end == LinkEnd.TOO_SLOW) {
            // RFC 9110, section 15.5.9: nothing more is taken on this connection.
            ((HttpServletResponse) context.getResponse()).setHeader("Connection", "close");
        }
        give(end.answer(), () -> { });
    }

    /** Whether the request that this thread serves was sent before the one before it on its connection was answered. */
    static boolean isServingPipelined() {
        return COMPLETING.get() != null;
    }

    boolean isWaiting() {
        return !answered.get();
    }

    /** Where the answer will go; empty when it has gone, and in a container other than the one we know. */
    Optional<SelectableChannel> channel() {
        return connection().map(TcpConnection::channel);
    }

    /** The client has left; does nothing when it has its answer. */
    void hungUp() {
        if (answered.compareAndSet(false, true)) {
            lost.run();
            complete();
        }
    }

    /** Only until the request is completed: then it may be somebody else's. */
    private synchronized Optional<TcpConnection> connection() {
        return completed ? Optional.empty() : ContainerRequest.connection(context.getRequest());
    }

    private boolean give(Answer answer, Runnable later) {
        if (!answered.compareAndSet(false, true)) {
            return false;
        }
        try {
            HttpServletResponse response = (HttpServletResponse) context.getResponse();
            answer.announce(response);
            response.getOutputStream().setWriteListener(new Writing(response.getOutputStream(), answer.body(), later));
            return true;
        } catch (IOException | IllegalStateException e) {
            LOGGER.log(Level.DEBUG, "A client left before it had its answer.", e);
            lost.run();
            return false;
        }
    }

    private void complete() {
        synchronized (this) {
            completed = true;
        }
        COMPLETING.set(true);
        try {
            context.complete();
        } catch (IllegalStateException e) {
            LOGGER.log(Level.DEBUG, "A request was completed already.", e);
        } finally {
            COMPLETING.remove();
        }
    }

    /** Writes the body when the connection can take it. */
    private final class Writing implements WriteListener {

        private final ServletOutputStream out;
        private final Runnable later;
        private byte[] body;

        private Writing(ServletOutputStream out, byte[] body, Runnable later) {
            this.out = out;
            this.body = body;
            this.later = later;
        }

        @Override
        public void onWritePossible() throws IOException {
            if (body != null && out.isReady()) {
                byte[] taken = body;
                body = null;
                out.write(taken);
            }
            if (body == null && out.isReady()) {
                complete();
                later.run();
            }
        }

        @Override
        public void onError(Throwable failure) {
            LOGGER.log(Level.DEBUG, "An answer could not be written.", failure);
            complete();
            lost.run();
            later.run();
        }
    }
}
