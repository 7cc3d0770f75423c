package id.aglis.portal.engineio;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.BiConsumer;

/** Collects the body of a POST as it comes in, without a thread waiting for it, up to a limit. */
final class BodyReader implements ReadListener {

    private final ServletInputStream in;
    private final int limit;
    private final BiConsumer<String, LinkEnd> done;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream(256);
    private final byte[] buffer = new byte[4096];
    private boolean over;

    /** @param done called once, with the body as text and whether it is good */
    BodyReader(ServletInputStream in, int limit, BiConsumer<String, LinkEnd> done) {
        this.in = in;
        this.limit = limit;
        this.done = done;
    }

    @Override
    public void onDataAvailable() throws IOException {
        while (!over && in.isReady()) {
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
        if (!over) {
            over = true;
            done.accept(text, end);
        }
    }
}
