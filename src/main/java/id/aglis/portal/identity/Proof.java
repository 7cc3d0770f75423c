package id.aglis.portal.identity;

import java.time.Instant;

/** A caller, and until when his token proves it. */
public record Proof(Caller caller, Instant ends) {
}
