package id.aglis.portal;

/**
 * The schema has been migrated and fits the entities. Fired once at start, synchronously, before any request is served; whoever must
 * prepare data observes it, ordered by {@code @Priority}. When the schema does not fit, it is never fired and the portal stays unready.
 */
public record DatabaseReady() {
}
