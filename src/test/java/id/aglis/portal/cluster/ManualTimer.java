package id.aglis.portal.cluster;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** A timer whose time is passed by the test; tasks run in it. */
public final class ManualTimer {

    private final List<Task> tasks = new ArrayList<>();
    private long now;

    public ScheduledExecutorService executor() {
        return proxy(ScheduledExecutorService.class, (name, arguments) -> switch (name) {
            case "schedule" -> add(arguments, 0);
            case "scheduleWithFixedDelay" -> add(new Object[] {arguments[0], arguments[1], arguments[3]}, (long) arguments[2]);
            default -> throw new UnsupportedOperationException(name);
        });
    }

    public void pass(long milliseconds) {
        for (long end = now + milliseconds; now < end;) {
            now++;
            List.copyOf(tasks).stream().filter(task -> task.due <= now).forEach(this::run);
        }
    }

    /** Tasks that will run unless cancelled. */
    public int waiting() {
        return tasks.size();
    }

    private ScheduledFuture<?> add(Object[] arguments, long period) {
        Task task = new Task((Runnable) arguments[0], now + ((TimeUnit) arguments[2]).toMillis((long) arguments[1]), period);
        tasks.add(task);
        return proxy(ScheduledFuture.class, (name, none) -> tasks.remove(task));
    }

    private void run(Task task) {
        if (!tasks.contains(task)) {
            return;
        }
        if (task.period > 0) {
            task.due = now + task.period;
        } else {
            tasks.remove(task);
        }
        task.work.run();
    }

    private static <T> T proxy(Class<T> type, Behaviour behaviour) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type},
                (proxy, method, arguments) -> behaviour.of(method.getName(), arguments)));
    }

    private interface Behaviour {
        Object of(String method, Object[] arguments);
    }

    private static final class Task {

        private final Runnable work;
        private final long period;
        private long due;

        Task(Runnable work, long due, long period) {
            this.work = work;
            this.due = due;
            this.period = period;
        }
    }
}
