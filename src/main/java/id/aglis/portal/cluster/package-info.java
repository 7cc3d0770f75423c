/**
 * What instances tell each other: the ordered log of broadcasts and the identity of an instance. It carries bytes and has no
 * idea what they mean; it must not know sockets, sessions or features.
 *
 * <p>Start reading at {@link id.aglis.portal.cluster.BroadcastLog}.
 */
package id.aglis.portal.cluster;
