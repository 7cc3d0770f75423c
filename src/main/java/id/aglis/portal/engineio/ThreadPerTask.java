package id.aglis.portal.engineio;

import java.util.concurrent.Executor;
import java.util.concurrent.ThreadFactory;

/**
 * Gives every task a thread of its own: for the few that run as long as a server does, or share out such threads themselves.
 *
 * @param threads makes the threads; a container's keeps them managed
 */
public record ThreadPerTask(ThreadFactory threads) implements Executor {

    @Override
    public void execute(Runnable task) {
        threads.newThread(task).start();
    }
}
