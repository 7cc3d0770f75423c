package id.aglis.portal.bench;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** One request after the other to one server, over a connection that is kept alive and made anew when the server ended it. */
public final class HttpLine implements Receiver {

    private final EventLoop loop;
    private final InetSocketAddress address;
    private final Consumer<String> failed;
    private Connection connection;
    private byte[] request;
    private Consumer<HttpResponse> answered;
    private boolean usedBefore;
    private boolean ended;

    /** @param failed hears why, when a request can get no answer */
    public HttpLine(EventLoop loop, InetSocketAddress address, Consumer<String> failed) {
        this.loop = loop;
        this.address = address;
        this.failed = failed;
    }

    void get(String path, Consumer<HttpResponse> answered) {
        send("GET " + path + " HTTP/1.1\r\n" + host() + "Accept: */*\r\n\r\n", answered);
    }

    /** The body is ASCII text. */
    void post(String path, String body, Consumer<HttpResponse> answered) {
        send("POST " + path + " HTTP/1.1\r\n" + host() + "Content-Type: text/plain;charset=UTF-8\r\nContent-Length: " + body.length()
                + "\r\n\r\n" + body, answered);
    }

    /** Any request: {@code headers} are lines, each with its end; the body is ASCII text. */
    public void request(String method, String path, String headers, String body, Consumer<HttpResponse> answered) {
        send(method + " " + path + " HTTP/1.1\r\n" + host() + headers + "Content-Length: " + body.length() + "\r\n\r\n" + body, answered);
    }

    private String host() {
        return "Host: " + address.getHostString() + ":" + address.getPort() + "\r\n";
    }

    private void send(String text, Consumer<HttpResponse> listener) {
        if (request != null) {
            throw new IllegalStateException("The answer to the request before has not come yet.");
        }
        request = text.getBytes(StandardCharsets.ISO_8859_1);
        answered = listener;
        if (connection == null) {
            connection = loop.connect(address, this);
        } else {
            connection.write(request);
        }
    }

    public boolean isBusy() {
        return request != null;
    }

    @Override
    public void connected() {
        connection.write(request);
    }

    @Override
    public void received(ByteBuffer in) {
        HttpResponse.readFrom(in).ifPresent(this::answer);
    }

    private void answer(HttpResponse response) {
        Consumer<HttpResponse> listener = answered;
        request = null;
        usedBefore = true;
        if (response.lastOfConnection()) {
            connection.close("the server asked for it");
        }
        listener.accept(response);
    }

    /** A kept connection may end at the moment of a request; that request is sent once more. */
    @Override
    public void closed(String reason) {
        connection = null;
        boolean again = usedBefore;
        usedBefore = false;
        if (ended || request == null) {
            return;
        }
        if (again) {
            connection = loop.connect(address, this);
        } else {
            request = null;
            failed.accept(reason);
        }
    }

    void pause() {
        if (connection != null) {
            connection.pause();
        }
    }

    void resume() {
        if (connection != null) {
            connection.resume();
        }
    }

    void reset() {
        ended = true;
        if (connection != null) {
            connection.reset();
        }
    }

    public void close() {
        ended = true;
        if (connection != null) {
            connection.close("closed by the load generator");
        }
    }
}
