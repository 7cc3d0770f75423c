package id.aglis.portal.engineio;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;

/** Collects the body of a POST as it comes in, without a thread waiting for it, up to a limit of bytes and of time. */
final class BodyReader implements ReadListener {

    private final ServletInputStream in;
    private final int limit;
    private final BiConsumer<String, LinkEnd> done;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream(256);
    private final byte[] buffer = new byte[4096];
    private final AtomicBoolean over = new AtomicBoolean();
    private volatile TimerWheel.Timeout deadline;

    /** @param done called once, with the body as text and whether it is good */
    BodyReader(ServletInputStream in, int limit, BiConsumer<String, LinkEnd> done) {
        this.in = in;
        this.limit = limit;
        this.done = done;
    }

    /** Begins to read; what has not come in after so many milliseconds is too slow. */
    void start(TimerWheel wheel, long timeout) {
        deadline = wheel.after(timeout, () -> finish("", LinkEnd.TOO_SLOW));
        in.setReadListener(this);
    }

    @Override
    public void onDataAvailable() throws IOException {
        while (!over.get() && in.isReady()) {
            int read = in.read(buffer);
            if (read < 0) {
                return;
            }
            body.write(buffer, 0, read);
            if (body.size() > limit) {
                finish("", LinkEnd.TOO_LARGE);
            }
        }
    }

    @Override
    public void onAllDataRead() {
        finish(body.toString(StandardCharsets.UTF_8), LinkEnd.OK);
    }

    @Override
    public void onError(Throwable failure) {
        finish("", LinkEnd.BAD_REQUEST);
    }

    private void finish(String text, LinkEnd end) {
        if (over.compareAndSet(false, true)) {
            Optional.ofNullable(deadline).ifPresent(TimerWheel.Timeout::cancel);
            done.accept(text, end);
        }
    }
}
