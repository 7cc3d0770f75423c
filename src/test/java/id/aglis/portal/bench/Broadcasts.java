package id.aglis.portal.bench;

/**
 * What became of a series of broadcasts.
 *
 * @param offered deliveries per second that were asked for
 * @param expected deliveries in all, if none goes missing
 * @param inTime deliveries that had arrived when the last event was due
 * @param lostClients connections the server has closed since they were opened
 * @param latency of all deliveries that arrived
 * @param cpuMicros processor time of the server per delivery
 */
record Broadcasts(double offered, long expected, long inTime, int lostClients, Percentiles latency, double cpuMicros) {

    private static final double LONGEST_MILLIS = 1000;
    /** What may be under way when the last event is due. */
    private static final double IN_TIME_SHARE = 0.97;

    /** Nothing arrived. */
    static Broadcasts none(double offered) {
        return new Broadcasts(offered, Math.round(offered), 0, 0, new Percentiles(0, 0, 0, 0), 0);
    }

    /** True while the server keeps up: nothing missing, nobody thrown out, 99 % within a second, and no backlog at the end. */
    boolean sustained() {
        return missing() == 0 && lostClients == 0 && latency.p99() <= LONGEST_MILLIS && inTime >= expected * IN_TIME_SHARE;
    }

    long missing() {
        return expected - latency.count();
    }
}
