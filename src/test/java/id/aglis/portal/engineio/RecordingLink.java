package id.aglis.portal.engineio;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A link that keeps what is written to it; a busy one takes a write only when it is told to. */
final class RecordingLink implements Link {

    private final boolean oneShot;
    private final List<Batch> batches = new ArrayList<>();
    private final List<String> written = new ArrayList<>();
    private boolean busy;
    private Runnable later;
    private LinkEnd end;

    private RecordingLink(boolean oneShot) {
        this.oneShot = oneShot;
    }

    static RecordingLink poll() {
        return new RecordingLink(true);
    }

    static RecordingLink socket() {
        return new RecordingLink(false);
    }

    RecordingLink busy() {
        busy = true;
        return this;
    }

    @Override
    public boolean write(Batch batch, Runnable done) {
        if (end != null) {
            throw new IllegalStateException("Nothing is written after the end.");
        }
        batches.add(batch);
        written.add(new String(batch.body(), StandardCharsets.UTF_8));
        later = done;
        return !busy;
    }

    @Override
    public void end(LinkEnd how) {
        if (end != null) {
            throw new IllegalStateException("A link ends once.");
        }
        end = how;
    }

    @Override
    public boolean isOneShot() {
        return oneShot;
    }

    /** Takes the write under way, and the next ones at once. */
    void take() {
        busy = false;
        later.run();
    }

    /** Each write as the body of a poll. */
    List<String> written() {
        return written;
    }

    List<Batch> batches() {
        return batches;
    }

    Optional<LinkEnd> end() {
        return Optional.ofNullable(end);
    }
}
