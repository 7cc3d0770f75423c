package id.aglis.portal.engineio;

/**
 * One live way out to a client. Who writes to it does not know whether it is a servlet response or a WebSocket, here or elsewhere.
 * Only one write is under way at a time, and nothing is written after {@link #end}.
 */
interface Link {

    /**
     * Begins to write the batch; never waits.
     *
     * @param later called once the batch is taken, unless it was at once; also called when the link breaks
     * @return whether the batch was taken at once
     */
    boolean write(Batch batch, Runnable later);

    /** Ends the link with nothing more to say than this; lets go of a client that does not take what was written before. */
    void end(LinkEnd end);

    /** Ends the link in the way that its client takes for the end of the session: a poll is answered with a CLOSE packet. */
    default void breakOff(LinkEnd end) {
        if (isOneShot()) {
            write(Batch.of(Message.CLOSE), () -> { });
        } else {
            end(end);
        }
    }

    /** Whether a write ends the link, as the answer to a poll does. */
    boolean isOneShot();
}
