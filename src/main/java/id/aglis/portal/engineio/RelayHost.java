package id.aglis.portal.engineio;

import id.aglis.portal.cluster.LetterBox;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** The requests and WebSockets that came to this instance and belong to sessions of others. */
final class RelayHost {

    private final LetterBox letters;
    private final Map<Long, Hosted> links = new ConcurrentHashMap<>();
    private final AtomicLong numbers = new AtomicLong();

    RelayHost(LetterBox letters) {
        this.letters = letters;
    }

    /** The instance that owns a session, if it is another one and there. */
    Optional<String> owner(SessionId id) {
        return letters.others().stream().filter(instance -> EngineConfig.ownerTag(instance).equals(id.owner())).findFirst();
    }

    /** A GET came in. */
    Relayed poll(String owner, String sid, Link poll) {
        Relayed relayed = host(owner, poll);
        relayed.send(RelayLetter.poll(relayed.number, sid));
        return relayed;
    }

    /** A POST came in, whose {@link Relayed#body body} follows. */
    Relayed push(String owner, String sid, Link post) {
        Relayed relayed = host(owner, post);
        relayed.send(RelayLetter.push(relayed.number, sid));
        return relayed;
    }

    /** A WebSocket came with a session's id. */
    Relayed upgrade(String owner, String sid, Link socket) {
        Relayed relayed = host(owner, socket);
        relayed.send(RelayLetter.upgrade(relayed.number, sid));
        return relayed;
    }

    private Relayed host(String owner, Link link) {
        long number = numbers.incrementAndGet();
        links.put(number, new Hosted(owner, link));
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

    private void abandon(long number) {
        Hosted hosted = links.remove(number);
        if (hosted != null) {
            hosted.link.end(LinkEnd.AWAY);
        }
    }

    private record Hosted(String owner, Link link) {
    }

    /** One of them, as the transport sees it that brings what the client sends. */
    final class Relayed implements Incoming {

        private final String owner;
        private final long number;

        private Relayed(String owner, long number) {
            this.owner = owner;
            this.number = number;
        }

        /** The body of a POST is complete, or its end tells why not. */
        void body(String body, LinkEnd end) {
            send(RelayLetter.body(number, body, end));
        }

        @Override
        public void frame(Link socket, String frame) {
            send(RelayLetter.frame(number, frame));
        }

        @Override
        public void frame(Link socket, byte[] frame) {
            send(RelayLetter.frame(number, frame));
        }

        @Override
        public void lost(Link link, CloseReason reason) {
            if (links.remove(number) != null) {
                send(RelayLetter.lost(number, reason));
            }
        }

        private void send(RelayLetter letter) {
            if (!letters.send(owner, letter.bytes())) {
                abandon(number);
            }
        }
    }
}
