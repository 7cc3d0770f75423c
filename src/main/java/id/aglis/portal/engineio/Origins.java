package id.aglis.portal.engineio;

import java.util.Set;

/**
 * Who may connect from where.
 *
 * @param allowed        origins besides the server's own whose pages may connect, such as {@code https://portal.example}; {@code *}
 *                       allows every origin, without credentials; empty by default. Requests without an Origin header do not come
 *                       from a page and are always allowed
 * @param trustedProxies addresses whose X-Forwarded-For, X-Forwarded-Proto and X-Forwarded-Host headers are believed; loopback by default
 */
public record Origins(Set<String> allowed, Set<String> trustedProxies) {

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "::1", "0:0:0:0:0:0:0:1");

    public Origins {
        allowed = Set.copyOf(allowed);
        trustedProxies = Set.copyOf(trustedProxies);
    }

    public static Origins sameOrigin() {
        return new Origins(Set.of(), LOOPBACK);
    }

    public static Origins of(Set<String> allowed) {
        return new Origins(allowed, LOOPBACK);
    }

    boolean allowsAny() {
        return allowed.contains("*");
    }

    boolean trusts(String peer) {
        return trustedProxies.contains(peer);
    }
}
