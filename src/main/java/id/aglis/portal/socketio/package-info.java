/**
 * Socket.IO protocol 5: namespaces, sockets, events with acknowledgements, rooms, and broadcasts to the whole cluster.
 * It must not know features, users or HTTP; what crosses instances goes through the broadcast log as bytes.
 *
 * <p>Start reading at {@link id.aglis.portal.socketio.SocketServer}, then {@link id.aglis.portal.socketio.Namespace} and
 * {@link id.aglis.portal.socketio.Socket}.
 */
package id.aglis.portal.socketio;
