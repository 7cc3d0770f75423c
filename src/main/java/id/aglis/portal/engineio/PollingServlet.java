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
            default -> EngineError.BAD_REQUEST.answer().give(response);
        }
    }

    private void poll(HttpServletRequest request, String sid) {
        ServletLink link = new ServletLink(request.startAsync());
        Optional<Session> found = door.find(sid);
        if (found.isPresent()) {
            Session session = found.get();
            link.onLost(() -> session.lost(link, CloseReason.TRANSPORT_CLOSE));
            session.poll(link);
        } else {
            pollElsewhere(sid, link);
        }
        if (link.isWaiting()) {
            hangups.watch(link);
        }
    }

    private void pollElsewhere(String sid, ServletLink link) {
        door.ownerOf(sid).ifPresentOrElse(owner -> {
            Incoming relayed = door.host().poll(owner, sid, link);
            link.onLost(() -> relayed.lost(link, CloseReason.TRANSPORT_CLOSE));
        }, () -> door.engine().sessions().refuse(sid, link));
    }

    private void push(HttpServletRequest request, HttpServletResponse response, String sid) throws IOException {
        Optional<Session> found = door.find(sid);
        Optional<String> owner = found.isPresent() ? Optional.empty() : door.ownerOf(sid);
        if (found.isPresent()) {
            push(request, response, found.get());
        } else if (owner.isPresent()) {
            ServletLink link = new ServletLink(request.startAsync());
            collect(request, door.host().push(owner.get(), sid, link)::body);
        } else {
            EngineError.UNKNOWN_SID.answer().give(response);
        }
    }

    /** A body that came together with its head, as most do, is taken and answered at once. */
    private void push(HttpServletRequest request, HttpServletResponse response, Session session) throws IOException {
        ServletInputStream in = request.getInputStream();
        int length = request.getContentLength();
        if (!session.beginPush()) {
            LinkEnd.BAD_REQUEST.answer().give(response);
        } else if (flaw(request) != LinkEnd.OK) {
            session.push("", flaw(request)).answer().give(response);
        } else if (length >= 0 && in.available() >= length) {
            session.push(new String(in.readNBytes(length), StandardCharsets.UTF_8), LinkEnd.OK).answer().give(response);
        } else {
            ServletLink link = new ServletLink(request.startAsync());
            collect(request, (body, end) -> link.end(session.push(body, end)));
        }
    }

    /** What can be seen from the head of a POST. */
    private LinkEnd flaw(HttpServletRequest request) {
        if (request.getContentLengthLong() > door.engine().config().maxPayload()) {
            return LinkEnd.TOO_LARGE;
        }
        return "application/octet-stream".equals(request.getContentType()) ? LinkEnd.BAD_REQUEST : LinkEnd.OK;
    }

    private void collect(HttpServletRequest request, BiConsumer<String, LinkEnd> done) throws IOException {
        if (flaw(request) != LinkEnd.OK) {
            done.accept("", flaw(request));
            return;
        }
        EngineConfig config = door.engine().config();
        new BodyReader(request.getInputStream(), config.maxPayload(), done)
                .start(door.engine().wheel(), config.limits().bodyTimeout().toMillis());
    }
}
