package id.aglis.portal.realtime;

import id.aglis.portal.socketio.Namespace;

/**
 * The socket boundary of one feature: what a browser may say about it, and what it is told. One bean per feature.
 * <p>
 * {@link #open} is called once at start, before the first client is accepted, with the namespace {@code /}. Channels open in the order of
 * their {@code @Priority} (without one: last), so that whoever admits sockets comes before whoever listens to them. What a channel
 * registers runs on the mailbox of the socket concerned, outside any transaction and any request.
 */
public interface Channel {

    /** Registers admissions, connection handlers and event handlers. */
    void open(Namespace namespace);
}
