package id.aglis.portal.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;

/** Lets browsers store a hashed file for ever, but never the news that it does not exist. */
final class StoredForever extends HttpServletResponseWrapper {

    StoredForever(HttpServletResponse response) {
        super(response);
        setHeader("Cache-Control", "public, max-age=31536000, immutable");
    }

    @Override
    public void sendError(int status) throws IOException {
        setHeader("Cache-Control", "no-store");
        super.sendError(status);
    }

    @Override
    public void sendError(int status, String message) throws IOException {
        setHeader("Cache-Control", "no-store");
        super.sendError(status, message);
    }
}
