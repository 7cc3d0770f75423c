package id.aglis.portal.socketio;

import id.aglis.portal.engineio.HandshakeRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * How a client introduced itself.
 *
 * @param address its address, as told by the proxy when the peer is a trusted one
 * @param headers header values of the first request by lower-case name
 * @param query   query parameters of the first request by name
 * @param auth    the object sent with CONNECT; empty when none was
 * @param time    when the first request came in
 * @param secure  whether the client spoke TLS
 */
public record Handshake(String address, Map<String, List<String>> headers, Map<String, List<String>> query,
        Map<String, Object> auth, Instant time, boolean secure) {

    static Handshake of(HandshakeRequest request, Map<String, Object> auth) {
        return new Handshake(request.address(), request.headers(), request.query(), auth, request.time(), request.secure());
    }
}
