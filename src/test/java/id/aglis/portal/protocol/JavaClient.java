package id.aglis.portal.protocol;

import io.socket.client.IO;
import io.socket.client.Socket;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A socket of the official client for Java; what it hears of an event can be taken one by one. */
final class JavaClient implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 20;

    private final Socket socket;

    private JavaClient(Socket socket) {
        this.socket = socket;
    }

    /** A client that has not connected yet. */
    static JavaClient of(String base, String namespace, Map<String, String> auth, String... transports) {
        IO.Options options = IO.Options.builder().setForceNew(true).setTransports(transports).setPath(SocketIo.PATH).setAuth(auth)
                .setReconnectionDelay(100).setReconnectionDelayMax(500).build();
        return new JavaClient(IO.socket(URI.create(base + namespace), options));
    }

    static JavaClient connect(String namespace, Map<String, String> auth, String... transports) {
        JavaClient client = of(Fixture.base(), namespace, auth, transports);
        Heard connected = client.listen(Socket.EVENT_CONNECT);
        client.socket.connect();
        connected.next();
        return client;
    }

    Socket socket() {
        return socket;
    }

    Heard listen(String event) {
        Heard heard = new Heard(event);
        socket.on(event, arguments -> heard.arguments.add(List.of(arguments)));
        return heard;
    }

    /** The first argument of the answer. */
    Object ask(String event, Object... arguments) {
        Heard answer = new Heard("answer to " + event);
        socket.emit(event, arguments, values -> answer.arguments.add(List.of(values)));
        return answer.next().get(0);
    }

    @Override
    public void close() {
        socket.disconnect();
    }

    /** Occurrences of one event. */
    static final class Heard {

        private final String event;
        private final BlockingQueue<List<Object>> arguments = new LinkedBlockingQueue<>();

        private Heard(String event) {
            this.event = event;
        }

        List<Object> next() {
            try {
                List<Object> next = arguments.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
                if (next == null) {
                    throw new AssertionError("No " + event + " came.");
                }
                return next;
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
