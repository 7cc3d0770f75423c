package id.aglis.portal.cluster;

import java.util.Set;

/**
 * Letters from one instance to another. They arrive in the order in which they were sent, each once. Where the data grid has lost one,
 * both sides are told that the other has {@link Reader#gone gone}, and whatever is sent after that belongs to a new beginning.
 */
public interface LetterBox extends AutoCloseable {

    /** That of an instance which is alone. */
    static LetterBox none() {
        return new NoLetterBox();
    }

    /**
     * Sends a letter, without waiting for it to arrive; from any thread.
     *
     * @param instance an identity in text form
     * @return whether that instance is there
     */
    boolean send(String instance, byte[] letter);

    /** The instances that can be written to; this one is not among them. */
    Set<String> others();

    /** Registers the one reader; it is called by one thread at a time, and must not wait. */
    void open(Reader reader);

    @Override
    void close();

    /** Who reads letters. */
    interface Reader {

        void letter(String from, byte[] letter);

        /** Nothing that was sent to that instance before will be answered any more. */
        void gone(String instance);
    }
}
