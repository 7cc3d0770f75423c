package id.aglis.portal.engineio;

import java.util.Optional;
import java.util.function.BiConsumer;

/** The HTTP side: handshakes, polls (GET) and pushes (POST), however they come in. */
final class Polling {

    private final Door door;

    Polling(Door door) {
        this.door = door;
    }

    Engine engine() {
        return door.engine();
    }

    void serve(Exchange exchange) {
        RequestHead head = exchange.head();
        ClientView view = door.view(head);
        Optional<Answer> refusal = door.refusal(head, view);
        Optional<String> sid = head.parameter("sid");
        if (refusal.isPresent()) {
            exchange.answer(refusal.get());
        } else if (sid.isEmpty()) {
            open(exchange, door.handshake(view));
        } else {
            switch (head.method()) {
                case "GET" -> poll(exchange, sid.get());
                case "POST" -> push(exchange, sid.get());
                default -> exchange.answer(EngineError.BAD_REQUEST.answer());
            }
        }
    }

    private void open(Exchange exchange, HandshakeRequest handshake) {
        HttpLink link = exchange.link();
        Session session = door.open(handshake, Transport.POLLING, link);
        link.onLost(() -> session.lost(link, CloseReason.TRANSPORT_CLOSE));
    }

    private void poll(Exchange exchange, String sid) {
        HttpLink link = exchange.link();
        Optional<Session> found = door.find(sid);
        if (found.isPresent()) {
            Session session = found.get();
            link.onLost(() -> session.lost(link, CloseReason.TRANSPORT_CLOSE));
            session.poll(link);
        } else {
            pollElsewhere(sid, link);
        }
        link.watch();
    }

    private void pollElsewhere(String sid, HttpLink link) {
        door.ownerOf(sid).ifPresentOrElse(owner -> {
            Incoming relayed = door.host().poll(owner, sid, link);
            link.onLost(() -> relayed.lost(link, CloseReason.TRANSPORT_CLOSE));
        }, () -> engine().sessions().refuse(sid, link));
    }

    private void push(Exchange exchange, String sid) {
        Optional<Session> found = door.find(sid);
        Optional<String> owner = found.isPresent() ? Optional.empty() : door.ownerOf(sid);
        if (found.isPresent()) {
            push(exchange, found.get());
        } else if (owner.isPresent()) {
            take(exchange, door.host().push(owner.get(), sid, exchange.link())::body);
        } else {
            exchange.answer(EngineError.UNKNOWN_SID.answer());
        }
    }

    private void push(Exchange exchange, Session session) {
        if (session.beginPush()) {
            take(exchange, (body, end) -> exchange.end(session.push(body, end)));
        } else {
            exchange.end(LinkEnd.BAD_REQUEST);
        }
    }

    private void take(Exchange exchange, BiConsumer<String, LinkEnd> done) {
        LinkEnd flaw = flaw(exchange.head());
        if (flaw == LinkEnd.OK) {
            exchange.body(done);
        } else {
            done.accept("", flaw);
        }
    }

    /** What can be seen from the head of a POST. */
    private LinkEnd flaw(RequestHead head) {
        if (head.contentLength() > engine().config().maxPayload()) {
            return LinkEnd.TOO_LARGE;
        }
        return head.header("Content-Type").filter("application/octet-stream"::equals).isPresent() ? LinkEnd.BAD_REQUEST : LinkEnd.OK;
    }
}
