package id.aglis.portal.engineio;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What is kept of the HTTP request that opened a session.
 *
 * @param address address of the client, as told by the proxy when the peer is a trusted one
 * @param headers header values by lower-case name
 * @param query   query parameters by name
 * @param time    when the request came in
 * @param secure  whether the client spoke TLS, to us or to a trusted proxy
 */
public record HandshakeRequest(String address, Map<String, List<String>> headers, Map<String, List<String>> query, Instant time,
        boolean secure) {
}
