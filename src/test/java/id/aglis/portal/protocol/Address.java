package id.aglis.portal.protocol;

/** The ways to the fixture. */
enum Address {
    DIRECT, BEHIND_NGINX,
    /** Two instances, to which nginx gives the requests in turn, whoever makes them. */
    SPREAD
}
