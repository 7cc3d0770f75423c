package id.aglis.portal.bench.chaos;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * What one client has heard, lane by lane. Numbers that were passed over are lost unless they come later, out of order; a client that was
 * told that it begins afresh has been told that it may have missed something, and counts from whatever it hears next.
 */
final class Hearing {

    private record Missed(int lane, long number) { }

    private final long[] last;
    private final boolean[] anew;
    private final Set<Missed> missed = new HashSet<>(0);

    Hearing(int lanes) {
        last = new long[lanes];
        anew = new boolean[lanes];
        beginAnew();
    }

    void beginAnew() {
        Arrays.fill(anew, true);
        missed.clear();
    }

    void hear(int lane, long number, Tally tally) {
        if (number == last[lane] + 1) {
            last[lane] = number;
        } else if (number > last[lane]) {
            pass(lane, number);
        } else if (missed.remove(new Missed(lane, number))) {
            tally.reordered();
        } else {
            tally.repeated();
        }
        anew[lane] = false;
    }

    private void pass(int lane, long number) {
        for (long between = last[lane] + 1; between < number && !anew[lane]; between++) {
            missed.add(new Missed(lane, between));
        }
        last[lane] = number;
    }

    /** Whether it knows of the last one of each lane, or need not. */
    boolean isUpTo(long[] published) {
        for (int lane = 0; lane < last.length; lane++) {
            if (!anew[lane] && last[lane] < published[lane]) {
                return false;
            }
        }
        return true;
    }

    /** How many it has not heard that it should have; they are not counted again. */
    long lost(long[] published) {
        long lost = missed.size();
        missed.clear();
        for (int lane = 0; lane < last.length; lane++) {
            if (!anew[lane]) {
                lost += Math.max(0, published[lane] - last[lane]);
                last[lane] = Math.max(last[lane], published[lane]);
            }
        }
        return lost;
    }
}
