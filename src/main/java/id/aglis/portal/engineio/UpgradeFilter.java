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

/** Stands before the servlet, and before the WebSocket container, which would answer bad upgrade requests in words of its own. */
final class UpgradeFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private final transient Door door;

    UpgradeFilter(Door door) {
        this.door = door;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Optional<ContainerRequest> container = ContainerRequest.of(request);
        container.ifPresent(KeptConnections::forgetOnceClosed);
        if (!RequestCheck.isUpgrade(request)) {
            chain.doFilter(request, response);
            return;
        }
        ClientView view = door.view(request);
        if (!door.admits(request, response, view)) {
            return;
        }
        if (!isUri(request.getQueryString())) {
            door.refuse(response, EngineError.BAD_REQUEST);
            return;
        }
        String sid = request.getParameter("sid");
        if (sid != null && door.find(sid).isEmpty()) {
            door.refuse(response, EngineError.UNKNOWN_SID);
            return;
        }
        container.ifPresent(ContainerRequest::beginService);
        Arrival.during(new Arrival(door, container, door.handshake(view), sid), () -> chain.doFilter(new GuardedRequest(request), response));
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
