package id.aglis.portal.bench.chaos;

import id.aglis.portal.bench.HttpLine;
import id.aglis.portal.bench.HttpResponse;
import id.aglis.portal.bench.Target;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** People who work meanwhile: several who read all the time, and one who changes a ticket again and again. */
final class Calls {

    private static final List<String> READS = List.of("/tickets?size=25", "/tickets/stats/overview", "/auth/me", "/customers?size=10");
    private static final long PAUSE_NANOS = 250_000_000;
    private static final long WRITE_PAUSE_NANOS = 1_000_000_000;
    /** The last one is that of the ticket itself. */
    private static final Pattern VERSION = Pattern.compile(".*\"version\":(\\d+)", Pattern.DOTALL);

    private final LoopClock clock;
    private final Target target;
    private final String headers;
    private final Tally tally;

    Calls(LoopClock clock, Target target, String token, Tally tally) {
        this.clock = clock;
        this.target = target;
        this.headers = "Authorization: Bearer " + token + "\r\nContent-Type: application/json\r\n";
        this.tally = tally;
    }

    /** Begins, for as long as the load lasts. */
    void begin(long ticket) {
        READS.forEach(path -> new Reader(path).again());
        new Writer("/tickets/" + ticket).read();
    }

    private abstract class Person {

        private final HttpLine line = new HttpLine(clock.loop(), target.address(), this::failed);

        void call(String method, String path, String body) {
            line.request(method, "/api" + path, headers, body, this::answered);
        }

        private void answered(HttpResponse response) {
            boolean good = response.status() < 300;
            tally.call(good, Integer.toString(response.status()));
            next(good, response);
        }

        private void failed(String reason) {
            tally.call(false, reason);
            again();
        }

        abstract void next(boolean good, HttpResponse response);

        abstract void again();
    }

    private final class Reader extends Person {

        private final String path;

        Reader(String path) {
            this.path = path;
        }

        @Override
        void next(boolean good, HttpResponse response) {
            again();
        }

        @Override
        void again() {
            clock.after(PAUSE_NANOS, () -> call("GET", path, ""));
        }
    }

    private final class Writer extends Person {

        private final String path;

        Writer(String path) {
            this.path = path;
        }

        void read() {
            call("GET", path, "");
        }

        @Override
        void next(boolean good, HttpResponse response) {
            Matcher version = VERSION.matcher(HttpResponse.text(response.body(), 0, response.body().limit()));
            if (good && version.find()) {
                clock.after(WRITE_PAUSE_NANOS, () -> write(version.group(1)));
            } else {
                again();
            }
        }

        private void write(String version) {
            call("PATCH", path, "{\"version\":" + version + ",\"title\":\"After version " + version + "\"}");
        }

        /** A change that failed may have been made all the same. */
        @Override
        void again() {
            clock.after(PAUSE_NANOS, this::read);
        }
    }
}
