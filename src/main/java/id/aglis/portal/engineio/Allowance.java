package id.aglis.portal.engineio;

/** What may still be used of a rate: refilled all the time, up to a burst. */
final class Allowance {

    private final double perMillisecond;
    private final double burst;
    private double left;
    private long refilled;

    /** @param perSecond what is refilled per second
     *  @param seconds   how many seconds' worth may be saved up
     *  @param now       monotonic milliseconds */
    Allowance(double perSecond, double seconds, long now) {
        this.perMillisecond = perSecond / 1000;
        this.burst = perSecond * seconds;
        this.left = burst;
        this.refilled = now;
    }

    /** Uses so much; false, and nothing is used, when that much is not left: a flood of refused attempts starves nobody. */
    synchronized boolean use(double amount, long now) {
        left = Math.min(burst, left + Math.max(0, now - refilled) * perMillisecond);
        refilled = Math.max(refilled, now);
        if (amount > left) {
            return false;
        }
        left -= amount;
        return true;
    }
}
