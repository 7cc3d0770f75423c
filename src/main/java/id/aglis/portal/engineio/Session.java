package id.aglis.portal.engineio;

/** One client, over whatever transport it uses at the moment. */
public final class Session {
}
