package id.aglis.portal.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Repeats a race, several at a time; {@code -Dprotocol.races} says how often. */
final class Races {

    static final int COUNT = Integer.getInteger("protocol.races", 200);
    /** Enough to keep two processors busy while most repetitions wait. */
    static final int AT_A_TIME = 16;

    private Races() {
    }

    static void repeat(Race race) throws InterruptedException {
        repeat(AT_A_TIME, race);
    }

    /** Fails with the first failure of all, if there is any, and the number of failures. */
    static void repeat(int atATime, Race race) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(atATime);
        try {
            List<Callable<Void>> races = new ArrayList<>();
            for (int i = 0; i < COUNT; i++) {
                races.add(() -> {
                    race.run();
                    return null;
                });
            }
            check(threads.invokeAll(races));
        } finally {
            threads.shutdownNow();
        }
    }

    private static void check(List<Future<Void>> races) throws InterruptedException {
        List<Throwable> failures = new ArrayList<>();
        for (Future<Void> race : races) {
            try {
                race.get();
            } catch (ExecutionException e) {
                failures.add(e.getCause());
            }
        }
        if (!failures.isEmpty()) {
            throw new AssertionError(failures.size() + " of " + races.size() + " failed.", failures.get(0));
        }
    }

    /** One repetition. */
    interface Race {
        void run() throws Exception;
    }
}
