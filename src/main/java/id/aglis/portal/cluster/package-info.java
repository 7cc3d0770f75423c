/**
 * What instances tell each other: the ordered log of broadcasts, letters from one to another, and the identity of an instance. It
 * carries bytes and has no idea what they mean; it must not know sockets, sessions or features.
 *
 * <p>Start reading at {@link id.aglis.portal.cluster.BroadcastLog}, then {@link id.aglis.portal.cluster.OrderedInbox}; what carries the log
 * is {@link id.aglis.portal.cluster.Cluster}'s choice. Letters are in {@link id.aglis.portal.cluster.LetterBox}, what outlives an instance in
 * {@link id.aglis.portal.cluster.Records}.
 */
package id.aglis.portal.cluster;
