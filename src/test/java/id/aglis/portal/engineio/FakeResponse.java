package id.aglis.portal.engineio;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** A response that keeps what is put into it; a congested one takes bytes only after {@link #drain}. */
final class FakeResponse {

    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Output output = new Output();
    private int status = HttpServletResponse.SC_OK;
    private int completions;
    private boolean congested;
    private boolean gone;

    FakeResponse congested() {
        congested = true;
        return this;
    }

    /** The client has left, and the container no longer gives the response out. */
    FakeResponse gone() {
        gone = true;
        return this;
    }

    HttpServletResponse get() {
        return fake(HttpServletResponse.class, this::answer);
    }

    /** The waiting request to which this is the response. */
    AsyncContext context() {
        return fake(AsyncContext.class, this::answer);
    }

    void drain() throws Exception {
        congested = false;
        output.listener.onWritePossible();
    }

    WriteListener listener() {
        return output.listener;
    }

    int status() {
        return status;
    }

    String header(String name) {
        return headers.get(name);
    }

    String body() {
        return output.written.toString(StandardCharsets.UTF_8);
    }

    /** How often the request was completed. */
    int completions() {
        return completions;
    }

    private Object answer(String called, Object... arguments) {
        switch (called) {
            case "getResponse" -> {
                if (gone) {
                    throw new IllegalStateException("The request is over.");
                }
                return get();
            }
            case "getOutputStream" -> {
                return output;
            }
            case "complete" -> completions++;
            case "setStatus" -> status = (Integer) arguments[0];
            case "setHeader" -> headers.put((String) arguments[0], (String) arguments[1]);
            case "addHeader" -> headers.merge((String) arguments[0], (String) arguments[1], (one, other) -> one + ", " + other);
            case "setContentType" -> headers.put("Content-Type", (String) arguments[0]);
            case "setContentLength" -> headers.put("Content-Length", arguments[0].toString());
            case "setTimeout" -> { }
            default -> throw new UnsupportedOperationException(called);
        }
        return null;
    }

    private <T> T fake(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {type},
                (proxy, called, arguments) -> answer.to(called.getName(), arguments == null ? new Object[0] : arguments)));
    }

    private interface Answer {
        Object to(String called, Object... arguments);
    }

    private final class Output extends ServletOutputStream {

        private final ByteArrayOutputStream written = new ByteArrayOutputStream();
        private WriteListener listener;

        @Override
        public boolean isReady() {
            return !congested;
        }

        @Override
        public void setWriteListener(WriteListener chosen) {
            listener = chosen;
            try {
                listener.onWritePossible();
            } catch (java.io.IOException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void write(int octet) {
            written.write(octet);
        }
    }
}
