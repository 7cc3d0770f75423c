package id.aglis.portal.protocol;

import java.util.function.BooleanSupplier;

/** Waits for what the server does in its own time. */
final class Await {

    private static final long PATIENCE_MILLIS = 10_000;
    private static final long PAUSE_MILLIS = 10;

    private Await() {
    }

    static void until(BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("It did not happen within " + PATIENCE_MILLIS + " ms.");
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }
}
