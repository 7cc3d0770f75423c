package id.aglis.portal.cluster;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/**
 * Opens structures of the data grid on behalf of no application. Payara would remember for which one a structure was opened, and begin and
 * end a request of it around every single operation, on the few threads of the grid. What is kept there is bytes, which need none.
 */
final class Opening {

    /** Without the thread locals of the caller: the invocation that he is part of would be inherited. */
    private static final boolean INHERITS = false;

    private Opening() {
    }

    /** What {@code structure} gives on a thread of its own; throws what it throws. */
    static <T> T of(Supplier<T> structure) {
        CompletableFuture<T> opened = new CompletableFuture<>();
        new Thread(null, () -> opened.completeAsync(structure, Runnable::run), "opening a grid structure", 0, INHERITS).start();
        try {
            return opened.join();
        } catch (CompletionException failure) {
            throw failure.getCause() instanceof RuntimeException cause ? cause : failure;
        }
    }
}
