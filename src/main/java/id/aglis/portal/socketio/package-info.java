/**
 * Socket.IO protocol 5: namespaces, sockets, events with acknowledgements, rooms, and broadcasts to the whole cluster.
 * It must not know features, users or HTTP; what crosses instances is bytes, in the broadcast log or in letters.
 *
 * <p>A chat, whole, for any number of instances:
 *
 * {@snippet :
 * Namespace chat = server.namespace("/chat");
 * chat.use(socket -> {
 *     if (!(socket.handshake().auth().get("name") instanceof String)) {
 *         throw new ConnectRefused("Who are you?", Map.of("missing", "name"));
 *     }
 * });
 * chat.onConnection(socket -> {
 *     Object name = socket.handshake().auth().get("name");
 *     socket.join("lobby");
 *     socket.on("say", (arguments, ack) -> {
 *         socket.broadcast().to("lobby").emit("said", name, arguments.text(0));
 *         ack.send("heard");
 *     });
 *     socket.onDisconnect(reason -> chat.to("lobby").emit("left", name, reason.wireName()));
 * });
 * }
 *
 * <p>What is elsewhere in the cluster is asked in the same order as broadcasts, and answered by each instance on its own, so that some may
 * be missing: {@code chat.to("lobby").fetchSockets()} for the sockets of a room, {@code chat.serverSideEmit(...)} for the instances
 * themselves. Requests are entries of the log, answers are letters.
 *
 * <p><b>Threads.</b> Admissions and handlers of one client run one at a time, in the order of the wire, on threads that may wait and that
 * belong to no connection. Everything else may be called from any thread and never waits for the network.
 *
 * <p><b>Recovery</b>, where the server has a {@link id.aglis.portal.socketio.Recovery}: a client whose connection was lost comes back, to
 * whatever instance, as {@link id.aglis.portal.socketio.Socket#recovered the same socket}. Every event that went through the log carries its
 * position as last argument, an {@code Offset}; what did not, and ends with a string, gets a null there, since clients take any string for an
 * offset. Each socket's {@code Registration} keeps its record, each {@code Resumption} finds one, is admitted, takes it over and replays.
 * Events that wait for acknowledgements are not replayed.
 *
 * <p><b>Limits</b> of one client, in {@link id.aglis.portal.socketio.SocketConfig}: the time to enter a first namespace, binary parts of a
 * packet (beyond: the session ends), namespaces and connections of the same user (beyond: CONNECT is refused), rooms (beyond:
 * {@link id.aglis.portal.socketio.LimitExceeded}, which answers the acknowledgement). Those of its connection are in
 * {@link id.aglis.portal.engineio}.
 *
 * <p>Start reading at {@link id.aglis.portal.socketio.SocketServer}, then {@link id.aglis.portal.socketio.Namespace} and
 * {@link id.aglis.portal.socketio.Socket}.
 */
package id.aglis.portal.socketio;
