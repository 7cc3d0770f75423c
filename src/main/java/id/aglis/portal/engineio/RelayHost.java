package id.aglis.portal.engineio;

import id.aglis.portal.cluster.LetterBox;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The requests and WebSockets that came to this instance and belong to sessions of others. What a client sends by WebSocket is held to the
 * limits here already: letters do not wait for the owner to read them.
 */
final class RelayHost {

    private final LetterBox letters;
    private final Engine engine;
    private final Map<Long, Hosted> links = new ConcurrentHashMap<>();
    private final AtomicLong numbers = new AtomicLong();

    RelayHost(LetterBox letters, Engine engine) {
        this.letters = letters;
        this.engine = engine;
    }

    /** The instance that owns a session, if it is another one and there. */
    Optional<String> owner(SessionId id) {
        return letters.others().stream().filter(instance -> EngineConfig.ownerTag(instance).equals(id.owner())).findFirst();
    }

    /** A GET came in. */
    Relayed poll(String owner, String sid, Link poll) {
        Relayed relayed = host(owner, poll, true);
        relayed.send(RelayLetter.poll(relayed.number, sid));
        return relayed;
    }

    /** A POST came in, whose {@link Relayed#body body} follows. */
    Relayed push(String owner, String sid, Link post) {
        Relayed relayed = host(owner, post, false);
        relayed.send(RelayLetter.push(relayed.number, sid));
        return relayed;
    }

    /** A WebSocket came with a session's id. */
    Relayed upgrade(String owner, String sid, Link socket) {
        Relayed relayed = host(owner, socket, true);
        relayed.send(RelayLetter.upgrade(relayed.number, sid));
        return relayed;
    }

    private Relayed host(String owner, Link link, boolean waits) {
        long number = numbers.incrementAndGet();
        links.put(number, new Hosted(owner, link, waits));
        return new Relayed(owner, number);
    }

    /** An owner has written. */
    void receive(String owner, RelayLetter letter) {
        Hosted hosted = links.get(letter.link());
        if (hosted == null || !hosted.owner.equals(owner)) {
            return;
        }
        if (letter.kind() == RelayLetter.Kind.END || hosted.link.isOneShot()) {
            links.remove(letter.link());
        }
        if (letter.kind() == RelayLetter.Kind.END) {
            hosted.link.end(letter.end());
        } else {
            write(hosted, letter);
        }
    }

    private void write(Hosted hosted, RelayLetter letter) {
        Runnable taken = () -> letters.send(hosted.owner, RelayLetter.taken(letter.link()).bytes());
        if (hosted.link.write(Batch.ofFrames(letter.content()), taken)) {
            taken.run();
        }
    }

    /** An owner has gone, and its sessions with it. */
    void gone(String owner) {
        links.forEach((number, hosted) -> {
            if (hosted.owner.equals(owner)) {
                abandon(number);
            }
        });
    }

    /** What to do when this instance leaves: each ends one session whose client waits here. A POST is answered in a moment anyway. */
    List<Runnable> partings() {
        return links.entrySet().stream().filter(hosted -> hosted.getValue().waits).map(Map.Entry::getKey)
                .<Runnable>map(number -> () -> part(number)).toList();
    }

    private void part(long number) {
        Hosted hosted = links.remove(number);
        if (hosted != null) {
            letters.send(hosted.owner, RelayLetter.lost(number, CloseReason.TRANSPORT_CLOSE).bytes());
            hosted.link.breakOff(LinkEnd.AWAY);
        }
    }

    private void abandon(long number) {
        Hosted hosted = links.remove(number);
        if (hosted != null) {
            hosted.link.end(LinkEnd.AWAY);
        }
    }

    /** @param waits for as long as its session has nothing to say */
    private record Hosted(String owner, Link link, boolean waits) {
    }

    /** One of them, as the transport sees it that brings what the client sends. */
    final class Relayed implements Incoming {

        private final String owner;
        private final long number;
        private final Traffic traffic = new Traffic(engine.config().limits(), engine.now());

        private Relayed(String owner, long number) {
            this.owner = owner;
            this.number = number;
        }

        /** The body of a POST is complete, or its end tells why not. */
        void body(String body, LinkEnd end) {
            if (isOpen()) {
                send(RelayLetter.body(number, body, end));
            }
        }

        @Override
        public void frame(Link socket, String frame) {
            if (isOpen() && admits(socket, frame.length())) {
                send(RelayLetter.frame(number, frame));
            }
        }

        @Override
        public void frame(Link socket, byte[] frame) {
            if (isOpen() && admits(socket, frame.length)) {
                send(RelayLetter.frame(number, frame));
            }
        }

        private boolean isOpen() {
            return links.containsKey(number);
        }

        private boolean admits(Link socket, int bytes) {
            boolean admitted = traffic.allows(1, bytes, engine.now());
            if (!admitted && leave(CloseReason.TRANSPORT_ERROR)) {
                socket.end(LinkEnd.TOO_MANY);
            }
            return admitted;
        }

        @Override
        public void lost(Link link, CloseReason reason) {
            leave(reason);
        }

        /** @return whether it had not ended before */
        private boolean leave(CloseReason reason) {
            boolean left = links.remove(number) != null;
            if (left) {
                send(RelayLetter.lost(number, reason));
            }
            return left;
        }

        private void send(RelayLetter letter) {
            if (!letters.send(owner, letter.bytes())) {
                abandon(number);
            }
        }
    }
}
