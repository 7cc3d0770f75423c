package id.aglis.portal.engineio;

/** The answer to one HTTP request, which is waiting. */
interface HttpLink extends Link {

    /** What to do when the client goes away before it has its answer. */
    void onLost(Runnable action);

    /** The session has nothing to say yet: from now on a client that hangs up is noticed. */
    void watch();

    @Override
    default boolean isOneShot() {
        return true;
    }
}
