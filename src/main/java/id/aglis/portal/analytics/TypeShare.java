package id.aglis.portal.analytics;

/** How much of the work is of one type, by tickets created in the window; {@code percentage} has two decimals. */
public record TypeShare(String type, long count, double percentage) {
}
