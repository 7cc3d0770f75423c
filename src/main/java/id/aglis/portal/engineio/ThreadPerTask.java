package id.aglis.portal.engineio;

import jakarta.enterprise.concurrent.ContextService;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadFactory;

/** Gives every task a thread of its own: for the few that run as long as a server does, or share out such threads themselves. */
public final class ThreadPerTask implements Executor {

    private final ThreadFactory threads;

    private ThreadPerTask(ThreadFactory threads) {
        this.threads = threads;
    }

    /**
     * All threads run in the context of the caller. A container gives a managed thread the context of the one that asks for it: one that
     * passes the container by, or belongs to the data grid, has none, and what is injected into a bean that is made there stays empty,
     * once and for all.
     *
     * @param threads of the container
     */
    public static Executor inContext(ThreadFactory threads, ContextService contexts) {
        return contexts.createContextualProxy(new ThreadPerTask(threads), Executor.class);
    }

    @Override
    public void execute(Runnable task) {
        threads.newThread(task).start();
    }
}
