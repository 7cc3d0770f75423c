package id.aglis.portal.bench.chaos;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** What happens to the instances of a portal. */
enum Fault {

    KILL("kill -9 of one instance") {
        @Override
        long strike(Portal portal, Random random) throws IOException, InterruptedException {
            return any(portal.running(), random).signal("KILL");
        }
    },

    KILLS("kill -9 of one instance, and of another within 5 s") {
        @Override
        long strike(Portal portal, Random random) throws IOException, InterruptedException {
            List<Instance> running = portal.running();
            Instance first = any(running, random);
            Instance second = any(running.stream().filter(other -> other != first).toList(), random);
            long struck = first.signal("KILL");
            Thread.sleep(random.nextLong(KILLS_APART_MILLIS));
            second.signal("KILL");
            return struck;
        }
    },

    FREEZE("SIGSTOP of one instance, SIGCONT 20 s later") {
        @Override
        long strike(Portal portal, Random random) throws IOException, InterruptedException {
            Instance frozen = any(portal.running(), random);
            long struck = frozen.signal("STOP");
            try {
                Thread.sleep(FREEZE_MILLIS);
            } finally {
                frozen.signal("CONT");
            }
            Thread.sleep(REUNION_MILLIS);
            return struck;
        }
    },

    RESTART("rolling restart of all instances") {
        @Override
        long strike(Portal portal, Random random) throws IOException, InterruptedException {
            long begun = System.nanoTime();
            portal.run("restart", "all");
            return begun;
        }
    },

    SCALE("one instance more, and then one less") {
        @Override
        long strike(Portal portal, Random random) throws IOException, InterruptedException {
            int before = portal.running().size();
            long begun = System.nanoTime();
            scale(portal, before + 1);
            scale(portal, before);
            return begun;
        }
    },

    RESIZE("from all instances to one, to eight, to two, and back") {
        @Override
        long strike(Portal portal, Random random) throws IOException, InterruptedException {
            int before = portal.running().size();
            long begun = System.nanoTime();
            for (int count : new int[] {1, 8, 2, before}) {
                scale(portal, count);
            }
            return begun;
        }
    };

    private static final long KILLS_APART_MILLIS = 5_000;
    private static final long FREEZE_MILLIS = 20_000;
    /** Until the others have taken it back, which had given it up. */
    private static final long REUNION_MILLIS = 40_000;

    private final String description;

    Fault(String description) {
        this.description = description;
    }

    /** Returns when it has happened; the result is when it began, in nanoseconds of {@link System#nanoTime}. */
    abstract long strike(Portal portal, Random random) throws IOException, InterruptedException;

    private static Instance any(List<Instance> instances, Random random) {
        return instances.get(random.nextInt(instances.size()));
    }

    private static void scale(Portal portal, int count) throws IOException, InterruptedException {
        portal.run("scale", Integer.toString(count));
    }

    /** One of those that are over in a minute or two. */
    static Fault draw(Random random) {
        return values()[random.nextInt(RESIZE.ordinal())];
    }

    /** Whether the operator wanted it, so that nobody may notice. */
    boolean isPlanned() {
        return this == RESTART || this == SCALE || this == RESIZE;
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    String description() {
        return description;
    }
}
