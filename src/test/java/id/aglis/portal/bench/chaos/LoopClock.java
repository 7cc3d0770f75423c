package id.aglis.portal.bench.chaos;

import id.aglis.portal.bench.EventLoop;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Runs tasks on the thread of an event loop when their time has come. */
final class LoopClock implements AutoCloseable {

    private final EventLoop loop;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "clock");
        thread.setDaemon(true);
        return thread;
    });

    LoopClock(EventLoop loop) {
        this.loop = loop;
    }

    EventLoop loop() {
        return loop;
    }

    void after(long nanos, Runnable task) {
        timer.schedule(() -> loop.execute(task), nanos, TimeUnit.NANOSECONDS);
    }

    void every(long nanos, Runnable task) {
        timer.scheduleAtFixedRate(() -> loop.execute(task), nanos, nanos, TimeUnit.NANOSECONDS);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
