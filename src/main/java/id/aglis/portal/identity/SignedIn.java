package id.aglis.portal.identity;

import java.time.Duration;

/** What a browser gets that has proved who its user is: an access token to send along, and a refresh token to keep in a cookie. */
record SignedIn(Caller caller, UserView user, String accessToken, Duration accessLife, String refreshToken, Duration refreshLife) {
}
