package id.aglis.portal.bench;

/** What a person who waits for the benchmarks reads; standard error, so that the result alone is on standard output. */
public final class Progress {

    private Progress() { }

    public static void say(String format, Object... values) {
        System.err.printf(format + "%n", values);
    }
}
