package id.aglis.portal.engineio;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.BiConsumer;

/** The HTTP side: handshakes, polls (GET) and pushes (POST). */
final class PollingServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient Door door;
    private final transient Hangups hangups;
    private final transient Cors cors;

    PollingServlet(Door door, Hangups hangups) {
        this.door = door;
        this.hangups = hangups;
        this.cors = new Cors(door.engine().config().origins());
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String rest = request.getPathInfo();
        if (rest != null && !rest.equals("/")) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (request.getMethod().equals("OPTIONS")) {
            cors.preflight(request, response);
        } else {
            cors.permit(request, response);
            serve(request, response);
        }
    }

    private void serve(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ClientView view = door.view(request);
        if (!door.admits(request, response, view)) {
            return;
        }
        String sid = request.getParameter("sid");
        if (sid == null) {
            HandshakeRequest handshake = door.handshake(view);
            ServletLink link = new ServletLink(request.startAsync());
            Session session = door.open(handshake, Transport.POLLING, link);
            link.onLost(() -> session.lost(link, CloseReason.TRANSPORT_CLOSE));
            return;
        }
        switch (request.getMethod()) {
            case "GET" -> poll(request, sid);
            case "POST" -> push(request, response, sid);
            default -> door.refuse(response, EngineError.BAD_REQUEST);
        }
    }

    private void poll(HttpServletRequest request, String sid) {
        ServletLink link = new ServletLink(request.startAsync());
        Optional<Session> found = door.find(sid);
        if (found.isPresent()) {
            Session session = found.get();
            link.onLost(() -> session.lost(link, CloseReason.TRANSPORT_CLOSE));
            session.poll(link);
            if (link.isWaiting()) {
                hangups.watch(link);
            }
        } else {
            door.engine().sessions().refuse(sid, link);
        }
    }

    private void push(HttpServletRequest request, HttpServletResponse response, String sid) throws IOException {
        Optional<Session> found = door.find(sid);
        if (found.isEmpty()) {
            door.refuse(response, EngineError.UNKNOWN_SID);
            return;
        }
        Session session = found.get();
        ServletLink link = new ServletLink(request.startAsync());
        if (!session.beginPush()) {
            session.overlappingPush(link);
        } else if (request.getContentLengthLong() > door.engine().config().maxPayload()) {
            session.push(link, "", LinkEnd.TOO_LARGE);
        } else if ("application/octet-stream".equals(request.getContentType())) {
            session.push(link, "", LinkEnd.BAD_REQUEST);
        } else {
            read(request, (body, end) -> session.push(link, body, end));
        }
    }

    /** A body that came together with its head, as most do, is taken at once; a listener would cost another thread its turn. */
    private void read(HttpServletRequest request, BiConsumer<String, LinkEnd> done) throws IOException {
        ServletInputStream in = request.getInputStream();
        int length = request.getContentLength();
        if (length >= 0 && in.available() >= length) {
            done.accept(new String(in.readNBytes(length), StandardCharsets.UTF_8), LinkEnd.OK);
        } else {
            EngineConfig config = door.engine().config();
            new BodyReader(in, config.maxPayload(), done).start(door.engine().wheel(), config.limits().bodyTimeout().toMillis());
        }
    }
}
