package id.aglis.portal;

import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits for what instances do in their own time. */
public final class Await {

    private static final long PATIENCE_SECONDS = 30;
    private static final long PAUSE_MILLIS = 10;

    private Await() {
    }

    public static void until(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("Not " + what + " within " + PATIENCE_SECONDS + " s.");
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
