package id.aglis.portal.bench;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The thread that turns an event loop until it is closed. A failure of it ends whatever waits for its work. */
public final class LoopThread implements AutoCloseable {

    private final EventLoop loop;
    private final CompletableFuture<Void> failure = new CompletableFuture<>();
    private final Thread thread = new Thread(this::run, "load");
    private volatile boolean running = true;

    LoopThread() {
        this(new EventLoop());
    }

    /** @param inboxBytes the largest unit that one socket may bring */
    public LoopThread(int inboxBytes) {
        this(new EventLoop(inboxBytes));
    }

    private LoopThread(EventLoop loop) {
        this.loop = loop;
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        try {
            while (running) {
                loop.turn(100);
            }
            loop.turn(0);
        } catch (RuntimeException e) {
            failure.completeExceptionally(e);
        }
        loop.close();
    }

    public EventLoop loop() {
        return loop;
    }

    public void await(CompletableFuture<?> work, long seconds) throws InterruptedException, TimeoutException {
        try {
            CompletableFuture.anyOf(work, failure).get(seconds, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause().getMessage(), e.getCause());
        }
    }

    @Override
    public void close() {
        running = false;
        loop.execute(() -> { });
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
