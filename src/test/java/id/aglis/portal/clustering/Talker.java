package id.aglis.portal.clustering;

import id.aglis.portal.PortalProcess;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/** Broadcasts {@code "NAME 0"}, {@code "NAME 1"} and so on, a thousand a second, until it is told to stop or its instance is gone. */
final class Talker implements AutoCloseable {

    private static final long PAUSE_NANOS = 1_000_000;

    private final String name;
    private final Browser browser;
    private final Thread thread = new Thread(this::talk);
    private volatile boolean stopped;
    private volatile boolean cutOff;
    private volatile int said;

    private Talker(String name, Browser browser) {
        this.name = name;
        this.browser = browser;
    }

    static Talker on(PortalProcess instance, String name) {
        Talker talker = new Talker(name, Browser.on(instance));
        talker.thread.start();
        return talker;
    }

    int said() {
        return said;
    }

    /** Everything it has said, as others are to hear it. */
    List<String> words() {
        return IntStream.range(0, said).mapToObj(this::word).toList();
    }

    /** Whether its connection was closed before it had stopped; what it said last may not have arrived then. */
    boolean isCutOff() {
        return cutOff;
    }

    /** What others have heard of it, in their order. */
    List<String> heardBy(Browser other) {
        return other.heard().stream().filter(word -> word.startsWith(name + " ")).toList();
    }

    void stop() {
        stopped = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        stop();
        browser.close();
    }

    private void talk() {
        try {
            while (!stopped) {
                browser.broadcast(word(said));
                said++;
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        } catch (CompletionException e) {
            cutOff = true;
        }
    }

    private String word(int number) {
        return name + " " + number;
    }
}
