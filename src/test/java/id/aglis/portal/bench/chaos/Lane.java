package id.aglis.portal.bench.chaos;

import id.aglis.portal.bench.HttpLine;
import id.aglis.portal.bench.HttpResponse;
import id.aglis.portal.bench.Target;

/**
 * Publishes numbered broadcasts by REST, each as soon as it is due and the one before has been accepted. A call that failed is repeated
 * with the same id until it succeeds, so that every number is published exactly once.
 */
final class Lane {

    private static final long RETRY_NANOS = 100_000_000;

    private final LoopClock clock;
    private final Tally tally;
    private final HttpLine line;
    private final String headers;
    private final String run;
    private final int lane;
    private final long pause;
    private long accepted;
    private long due;
    private boolean running;
    private boolean publishing;

    /** @param run makes ids differ from those of other runs */
    Lane(LoopClock clock, Target target, String token, Tally tally, String run, int lane, long pauseNanos) {
        this.clock = clock;
        this.tally = tally;
        this.line = new HttpLine(clock.loop(), target.address(), this::fail);
        this.headers = "Authorization: Bearer " + token + "\r\nContent-Type: application/json\r\n";
        this.run = run;
        this.lane = lane;
        this.pause = pauseNanos;
    }

    void start(long firstAtNanos) {
        due = firstAtNanos;
        running = true;
        awaitNext();
    }

    private void awaitNext() {
        publishing = running;
        if (running) {
            clock.after(due - System.nanoTime(), this::publish);
        }
    }

    private void publish() {
        long number = accepted + 1;
        String body = "{\"event\":\"" + Numbered.EVENT + "\",\"payload\":\"" + Numbered.text(lane, number) + "\",\"id\":\"" + run
                + "-" + lane + "-" + number + "\"}";
        line.request("POST", "/api/realtime/broadcast", headers, body, this::answered);
    }

    private void answered(HttpResponse response) {
        if (response.status() == 202) {
            accepted++;
            tally.published();
            due += pause;
            awaitNext();
        } else {
            fail(Integer.toString(response.status()));
        }
    }

    private void fail(String reason) {
        tally.failedPublication(reason);
        clock.after(RETRY_NANOS, this::publish);
    }

    /** What has begun is finished. */
    void stop() {
        running = false;
    }

    boolean isPublishing() {
        return publishing;
    }

    long accepted() {
        return accepted;
    }
}
