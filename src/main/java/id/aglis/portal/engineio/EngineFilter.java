package id.aglis.portal.engineio;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/**
 * Stands before the WebSocket container's filter, which would answer bad upgrade requests in words of its own, and take as long as we do
 * to let a poll pass: requests over HTTP are answered here and go no further.
 */
final class EngineFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private final transient Door door;
    private final transient PollingServlet polling;
    private final transient DirectPolling direct;

    EngineFilter(Door door, PollingServlet polling, DirectPolling direct) {
        this.door = door;
        this.polling = polling;
        this.direct = direct;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Optional<ContainerRequest> container = ContainerRequest.of(request);
        container.ifPresent(KeptConnections::forgetOnceClosed);
        if (PipeliningFilter.cut(container)) {
            return;
        }
        RequestHead head = new ServletHead(request);
        if (!RequestCheck.isUpgrade(head)) {
            container.ifPresent(direct::expectMore);
            polling.service(request, response);
            return;
        }
        ClientView view = door.view(head);
        Optional<Answer> refusal = door.refusal(head, view);
        if (refusal.isPresent()) {
            refusal.get().give(response);
            return;
        }
        if (!isUri(request.getQueryString())) {
            EngineError.BAD_REQUEST.answer().give(response);
            return;
        }
        String sid = request.getParameter("sid");
        if (sid != null && door.find(sid).isEmpty() && door.ownerOf(sid).isEmpty()) {
            EngineError.UNKNOWN_SID.answer().give(response);
            return;
        }
        container.ifPresent(ContainerRequest::beginService);
        Arrival.during(new Arrival(door, container, door.handshake(view), sid),
                () -> chain.doFilter(new GuardedRequest(request, container), response));
    }

    /** Tyrus makes a URI of it and does not expect that to fail. */
    private static boolean isUri(String query) {
        try {
            new URI("?" + query);
            return true;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
