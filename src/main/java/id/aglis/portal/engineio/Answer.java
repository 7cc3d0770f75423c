package id.aglis.portal.engineio;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;

/** What an HTTP request is answered with. The body is not to be modified. */
record Answer(int status, String contentType, byte[] body) {

    private static final Logger LOGGER = System.getLogger(Answer.class.getName());

    Answer(int status, String contentType, String body) {
        this(status, contentType, body.getBytes(StandardCharsets.UTF_8));
    }

    /** The messages that waited for a poll. */
    static Answer of(Batch batch) {
        return new Answer(HttpServletResponse.SC_OK, "text/plain; charset=UTF-8", batch.body());
    }

    /** Sets all but the body. */
    void announce(HttpServletResponse response) {
        response.setStatus(status);
        response.setContentType(contentType);
        response.setContentLength(body.length);
        response.setHeader("Cache-Control", "no-store");
    }

    /** Answers a request within its service call; for the few bytes that a connection takes at once. */
    void give(HttpServletResponse response) {
        announce(response);
        try {
            response.getOutputStream().write(body);
        } catch (IOException e) {
            LOGGER.log(Level.DEBUG, "A client left before it had its answer.", e);
        }
    }
}
