package id.aglis.portal.protocol;

/** The ways to the fixture. */
enum Address {
    DIRECT, BEHIND_NGINX
}
