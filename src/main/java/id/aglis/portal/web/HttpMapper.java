package id.aglis.portal.web;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Locale;

/** What the container itself refuses: unknown paths, wrong methods, media types it cannot read. */
@Provider
public class HttpMapper implements ExceptionMapper<WebApplicationException> {

    @Override
    public Response toResponse(WebApplicationException refused) {
        Response original = refused.getResponse();
        Response.StatusType status = original.getStatusInfo();
        String slug = status.getReasonPhrase().toLowerCase(Locale.ROOT).replace(' ', '-');
        Response.ResponseBuilder answer = new Problem(status.getStatusCode(), slug, status.getReasonPhrase(), detail(status)).response();
        if (original.getHeaderString("Allow") != null) {
            answer.header("Allow", original.getHeaderString("Allow"));
        }
        return answer.build();
    }

    private static String detail(Response.StatusType status) {
        return switch (status.getStatusCode()) {
            case 404 -> "There is nothing at this address.";
            case 405 -> "This address does not take this method.";
            case 415 -> "This address takes application/json.";
            case 406 -> "This address answers application/json.";
            default -> "The request cannot be answered.";
        };
    }
}
