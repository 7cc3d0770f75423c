/**
 * Engine.IO protocol 4: sessions of messages over HTTP long-polling and WebSocket, with upgrade from the one to the other.
 * It must not know what the messages mean, nor namespaces, rooms or features.
 *
 * <p><b>Limits</b>, and the answer beyond each; none of them is logged at a level that is on:
 * <ul>
 * <li>bytes of a POST: 413; of a WebSocket message: close 1009 ({@link id.aglis.portal.engineio.EngineConfig#maxPayload()});
 * <li>time the body of a POST takes: 408, and the session ends;
 * <li>packets or bytes per second of one client: 429 or close 1008, and the session ends;
 * <li>sessions in total, sessions per client address, handshakes per second: 403 with code 4, for WebSockets too;
 * <li>bytes that wait for one client, their age, and the time of one write: the session ends such that the client comes back.
 * </ul>
 * All but the first are in {@link id.aglis.portal.engineio.Limits}. What a client still sends over a WebSocket that is closing is dropped,
 * see {@link id.aglis.portal.engineio.ClosingHandshake}. Whose address and which origin a request has is for
 * {@link id.aglis.portal.engineio.Origins} to say: proxies are believed when they are trusted, and nobody else is.
 *
 * <p><b>Past the container.</b> Payara's way from a socket to a servlet or a WebSocket endpoint, and back, takes longer than anything that
 * happens here. Where the container is the one we know it is gone once with every connection; then polls and pushes are served right behind
 * Grizzly's HTTP parser ({@link id.aglis.portal.engineio.DirectPolling}), whole WebSocket messages are read before it
 * ({@link id.aglis.portal.engineio.FrameIntake}), and frames are written to the TCP connection
 * ({@link id.aglis.portal.engineio.TcpConnection}). Everything unusual takes the standard APIs, which each of the three has behind it; and
 * everything does where {@link id.aglis.portal.engineio.EngineConfig#direct()} is off.
 *
 * <p><b>Several instances.</b> A session lives on the instance that opened it; its id says which, and is signed. A poll, a POST or an
 * upgrade that comes to another instance is {@link id.aglis.portal.engineio.Relay relayed} to the owner. So is every frame of a WebSocket
 * that came to another instance, for as long as it lives; the session is not handed over to where its WebSocket is. Handing it over would
 * have to stop what is under way in it and in the layers above, ship namespaces, rooms and what handlers remember, and keep account
 * everywhere of where sessions are that are not where their ids say. Relaying needs none of that, and what it costs is rare: a proxy that
 * routes by the owner's tag, which an upgrade carries in its query like a poll, never causes it.
 *
 * <p>Start reading at {@link id.aglis.portal.engineio.Session}, then {@link id.aglis.portal.engineio.EngineServer}.
 */
package id.aglis.portal.engineio;
