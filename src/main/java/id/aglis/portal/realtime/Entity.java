package id.aglis.portal.realtime;

/**
 * The thing that an event is about.
 *
 * @param kind    in the singular, as in {@code ticket}
 * @param id      its id in REST
 * @param version its version after the change; a page that holds this or a later one may ignore the event
 */
public record Entity(String kind, long id, long version) {
}
