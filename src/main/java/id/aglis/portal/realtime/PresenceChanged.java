package id.aglis.portal.realtime;

/**
 * A user's first socket in the whole cluster has come, or the last has been gone for longer than a page takes to reload. Fired on one
 * instance, outside any transaction.
 *
 * @param present whether the user is connected now
 */
public record PresenceChanged(long userId, boolean present) {
}
