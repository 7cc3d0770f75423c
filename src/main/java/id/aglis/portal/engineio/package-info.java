/**
 * Engine.IO protocol 4: sessions of messages over HTTP long-polling and WebSocket, with upgrade from the one to the other.
 * It must not know what the messages mean, nor namespaces, rooms or features.
 *
 * <p>Start reading at {@link id.aglis.portal.engineio.Session}, then {@link id.aglis.portal.engineio.EngineServer}.
 */
package id.aglis.portal.engineio;
