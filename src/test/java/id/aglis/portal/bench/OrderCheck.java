package id.aglis.portal.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Whether every socket of a cluster hears the same: each event of each publisher once, and all of them in the one order that the first socket
 * to hear them has shown. Not safe for several threads.
 */
final class OrderCheck {

    private static final int FIRST_CAPACITY = 1 << 16;

    private final int first;
    private final int publishers;
    private final List<Ear> ears = new ArrayList<>();
    private long[] order = new long[FIRST_CAPACITY];
    private int length;

    /**
     * @param first      name of the first publisher; what others said before is not listened to
     * @param publishers their number
     */
    OrderCheck(int first, int publishers) {
        this.first = first;
        this.publishers = publishers;
    }

    /** What one more socket hears, from the beginning. */
    Ear ear() {
        Ear ear = new Ear();
        ears.add(ear);
        return ear;
    }

    /** @param published events of each publisher so far */
    Integrity integrity(long[] published) {
        Integrity whole = Integrity.WHOLE;
        for (Ear ear : ears) {
            whole = whole.plus(ear.integrity(published));
        }
        return whole;
    }

    private boolean isNext(int position, long number) {
        if (position == length) {
            if (length == order.length) {
                order = Arrays.copyOf(order, 2 * length);
            }
            order[length++] = number;
        }
        return order[position] == number;
    }

    /** One socket. */
    final class Ear {

        private final long[] next = new long[publishers];
        private long skipped;
        private long repeated;
        private int position;
        private boolean strays;

        /** @param number of an event, as {@link Stamped#number} makes it */
        void hears(long number) {
            int publisher = Stamped.publisher(number) - first;
            if (publisher >= 0 && publisher < publishers) {
                hears(publisher, Stamped.count(number));
                strays |= !isNext(position++, number);
            }
        }

        private void hears(int publisher, long count) {
            if (count < next[publisher]) {
                repeated++;
            } else {
                skipped += count - next[publisher];
                next[publisher] = count + 1;
            }
        }

        private Integrity integrity(long[] published) {
            long missing = skipped;
            for (int publisher = 0; publisher < publishers; publisher++) {
                missing += published[publisher] - next[publisher];
            }
            return new Integrity(missing, repeated, strays ? 1 : 0);
        }
    }
}
