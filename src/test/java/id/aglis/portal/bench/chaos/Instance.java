package id.aglis.portal.bench.chaos;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;

/** An instance, as {@code portal list --json} shows it. */
record Instance(String name, long pid, String status) {

    private static final Pattern LISTED = Pattern.compile("\"name\":\"([^\"]+)\",\"pid\":(\\d+)[^}]*?\"status\":\"([^\"]+)\"");

    /** Those that have a process. */
    static List<Instance> listed(String json) {
        return LISTED.matcher(json).results().map(one -> new Instance(one.group(1), Long.parseLong(one.group(2)), one.group(3))).toList();
    }

    boolean isRunning() {
        return status.equals("running");
    }

    /**
     * @param name as {@code kill} takes it: KILL, STOP, CONT
     * @return when, in nanoseconds of {@link System#nanoTime}
     */
    long signal(String name) throws IOException, InterruptedException {
        long now = System.nanoTime();
        if (new ProcessBuilder("kill", "-" + name, Long.toString(pid)).inheritIO().start().waitFor() != 0) {
            throw new IOException("Signal " + name + " cannot be sent to " + this + ".");
        }
        return now;
    }
}
