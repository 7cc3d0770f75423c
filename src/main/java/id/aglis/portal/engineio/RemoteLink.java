package id.aglis.portal.engineio;

import java.util.concurrent.atomic.AtomicReference;

/** A request or WebSocket that came to another instance and belongs to a session of this one. */
final class RemoteLink implements Link {

    private final Letters letters;
    private final long number;
    private final boolean oneShot;
    private final AtomicReference<Runnable> later = new AtomicReference<>();

    /** @param letters to the host */
    RemoteLink(Letters letters, long number, boolean oneShot) {
        this.letters = letters;
        this.number = number;
        this.oneShot = oneShot;
    }

    @Override
    public boolean write(Batch batch, Runnable whenTaken) {
        later.set(whenTaken);
        letters.send(RelayLetter.write(number, batch.frames()));
        return false;
    }

    /** Whether something is on its way to the client. */
    boolean isWritten() {
        return later.get() != null;
    }

    /** The client has what was written last, or will never have it. */
    void taken() {
        Runnable waiting = later.getAndSet(null);
        if (waiting != null) {
            waiting.run();
        }
    }

    @Override
    public void end(LinkEnd end) {
        letters.send(RelayLetter.end(number, end));
    }

    @Override
    public boolean isOneShot() {
        return oneShot;
    }

    /** The way to one instance; what cannot be sent is lost together with that instance. */
    interface Letters {
        void send(RelayLetter letter);
    }
}
