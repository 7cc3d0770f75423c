package id.aglis.portal.engineio;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.http.util.HttpStatus;

/** The answer to a request that did not pass through the container: one ready message, written to the TCP connection. */
final class DirectLink implements HttpLink {

    private enum State { WAITING, WRITING, DONE }

    private final DirectConnection connection;
    private final HttpRequestPacket request;
    private final String headers;
    private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);
    private volatile Runnable lost = () -> { };

    /** @param headers lines that every answer to this request has */
    DirectLink(DirectConnection connection, HttpRequestPacket request, String headers) {
        this.connection = connection;
        this.request = request;
        this.headers = headers;
    }

    @Override
    public void onLost(Runnable action) {
        lost = action;
    }

    /** Grizzly reads on meanwhile, and closes a connection whose client has. Whoever was faster than us is noticed here. */
    @Override
    public void watch() {
        if (!connection.isOpen()) {
            hungUp();
        }
    }

    /** The client has left; does nothing when it has its answer. */
    void hungUp() {
        if (state.compareAndSet(State.WAITING, State.DONE)) {
            lost.run();
        }
    }

    @Override
    public boolean write(Batch batch, Runnable later) {
        return answer(Answer.of(batch), later);
    }

    /** @return whether the client's kernel has it, or will never have it; else {@code later} tells */
    boolean answer(Answer answer, Runnable later) {
        if (!state.compareAndSet(State.WAITING, State.WRITING)) {
            return true;
        }
        boolean taken = connection.answer(request, message(answer), () -> {
            state.set(State.DONE);
            later.run();
        });
        if (taken) {
            state.set(State.DONE);
        }
        return taken;
    }

    private byte[] message(Answer answer) {
        byte[] head = String.join("\r\n", "HTTP/1.1 " + answer.status() + " " + HttpStatus.getHttpStatus(answer.status()).getReasonPhrase(),
                "Content-Type: " + answer.contentType(), "Content-Length: " + answer.body().length, "Cache-Control: no-store",
                headers + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
        byte[] message = Arrays.copyOf(head, head.length + answer.body().length);
        System.arraycopy(answer.body(), 0, message, head.length, answer.body().length);
        return message;
    }

    @Override
    public void end(LinkEnd end) {
        if (state.get() == State.WAITING) {
            answer(end.answer(), () -> { });
        } else if (state.get() == State.WRITING) {
            connection.cut();
        }
    }
}
