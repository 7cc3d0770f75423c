package id.aglis.portal.engineio;

import java.util.Set;

/**
 * Who may connect from where. A request without an Origin header does not come from a page and is always allowed.
 *
 * @param allowed        origins whose pages may connect besides the server's own, which is the one with the scheme, the host and the port
 *                       of the request; such as {@code https://portal.example}. {@code *} allows every origin, without credentials;
 *                       empty by default
 * @param trustedProxies addresses whose X-Forwarded-For, X-Forwarded-Proto and X-Forwarded-Host headers are believed; loopback by default
 */
public record Origins(Set<String> allowed, Set<String> trustedProxies) {

    private static final String ANY = "*";
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "::1", "0:0:0:0:0:0:0:1");

    /** @throws IllegalArgumentException when one that is allowed is no origin, with a path behind it for example */
    public Origins {
        allowed = Set.copyOf(allowed);
        trustedProxies = Set.copyOf(trustedProxies);
        for (String origin : allowed) {
            if (!origin.equals(ANY) && Origin.of(origin).isEmpty()) {
                throw new IllegalArgumentException("An origin looks like https://portal.example, not " + origin + ".");
            }
        }
    }

    public static Origins sameOrigin() {
        return new Origins(Set.of(), LOOPBACK);
    }

    public static Origins of(Set<String> allowed) {
        return new Origins(allowed, LOOPBACK);
    }

    boolean allowsAny() {
        return allowed.contains(ANY);
    }

    /** Whether that one is named, however it is spelt. */
    boolean names(Origin origin) {
        return allowed.stream().anyMatch(name -> !name.equals(ANY) && Origin.of(name).filter(origin::equals).isPresent());
    }

    boolean trusts(String peer) {
        return trustedProxies.contains(peer);
    }
}
