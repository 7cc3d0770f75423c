package id.aglis.portal.engineio;

import java.util.function.BiConsumer;

/** One HTTP request and the way its answer goes, whether they pass through the servlet API or not. Used by one thread. */
interface Exchange {

    RequestHead head();

    /** Answers now. Not to be called once there is a {@link #link}. */
    void answer(Answer answer);

    /** Lets the request wait for its answer; the same one every time. */
    HttpLink link();

    /**
     * Takes the body, at once where all of it is there; else it is collected, without a thread waiting for it.
     *
     * @param done told once the body as text, and whether it is good; then the exchange {@link #end ends}, or its link does
     */
    void body(BiConsumer<String, LinkEnd> done);

    /** Answers a POST, at once or by the link. */
    void end(LinkEnd end);
}
