package id.aglis.portal.web;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A problem document (RFC 9457). {@code type} is {@code /problems/<slug>}; a client decides by it, and shows {@code detail} to the person.
 */
public final class Problem {

    public static final String MEDIA_TYPE = "application/problem+json";
    private static final Jsonb JSON = JsonbBuilder.create();

    private final int status;
    private final Map<String, Object> members = new LinkedHashMap<>();

    public Problem(int status, String slug, String title, String detail) {
        this.status = status;
        members.put("type", "/problems/" + slug);
        members.put("title", title);
        members.put("status", status);
        members.put("detail", detail);
    }

    /** Adds a member of the problem type's own; one without value is left out. */
    public Problem with(String name, Object value) {
        if (value != null) {
            members.put(name, value);
        }
        return this;
    }

    public String json() {
        return JSON.toJson(members);
    }

    Response.ResponseBuilder response() {
        return Response.status(status).type(MEDIA_TYPE).entity(json()).header("Cache-Control", "no-store");
    }
}
