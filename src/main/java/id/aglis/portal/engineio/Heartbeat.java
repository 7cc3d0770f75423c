package id.aglis.portal.engineio;

/**
 * The server pings an interval after the last pong, and the client is dead an interval and a timeout after it. The deadline is exact:
 * it is compared with the time a request came in, whatever a timer does.
 */
final class Heartbeat {

    private final EngineConfig config;
    private final TimerWheel wheel;
    private final Runnable pingDue;
    private final Runnable overdue;
    private volatile long lastPong;
    private TimerWheel.Timeout timeout;

    /** @param pingDue and overdue are called on the timer's thread */
    Heartbeat(EngineConfig config, TimerWheel wheel, Runnable pingDue, Runnable overdue) {
        this.config = config;
        this.wheel = wheel;
        this.pingDue = pingDue;
        this.overdue = overdue;
    }

    /** A pong came in, or the session opened, at that time in milliseconds. */
    void heard(long at) {
        stop();
        lastPong = at;
        timeout = wheel.at(at + config.pingInterval().toMillis(), pingDue);
    }

    void pinged() {
        timeout = wheel.at(deadline(), overdue);
    }

    /** From any thread. */
    boolean isDeadAt(long time) {
        return time >= deadline();
    }

    void stop() {
        if (timeout != null) {
            timeout.cancel();
        }
    }

    private long deadline() {
        return lastPong + config.pingInterval().toMillis() + config.pingTimeout().toMillis();
    }
}
