package id.aglis.portal.engineio;

import id.aglis.portal.cluster.LetterBox;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** The sessions of this instance, for requests and WebSockets that came to others. */
final class RelayOwner {

    private final LetterBox letters;
    private final Sessions sessions;
    private final Map<Name, Owned> links = new ConcurrentHashMap<>();

    RelayOwner(LetterBox letters, Sessions sessions) {
        this.letters = letters;
        this.sessions = sessions;
    }

    /** A host has written. */
    void receive(String host, RelayLetter letter) {
        Name name = new Name(host, letter.link());
        switch (letter.kind()) {
            case POLL -> poll(name, letter);
            case PUSH -> push(name, letter);
            case BODY -> body(name, letter);
            case UPGRADE -> upgrade(name, letter);
            case TEXT_FRAME -> owned(name).ifPresent(owned -> owned.session.frame(owned.link, letter.text()));
            case BINARY_FRAME -> owned(name).ifPresent(owned -> owned.session.frame(owned.link, letter.content()));
            case TAKEN -> taken(name);
            case LOST -> lose(name, letter.reason());
            default -> throw new IllegalArgumentException("An owner is not told of " + letter.kind() + ".");
        }
    }

    private void poll(Name name, RelayLetter letter) {
        RemoteLink link = link(name, true);
        Optional<Session> session = sessions.find(letter.sid());
        if (session.isPresent()) {
            links.put(name, new Owned(session.get(), link, reason -> session.get().lost(link, reason)));
            session.get().poll(link);
        } else {
            sessions.refuse(letter.sid(), link);
        }
    }

    private void push(Name name, RelayLetter letter) {
        RemoteLink link = link(name, true);
        sessions.find(letter.sid()).ifPresentOrElse(session -> {
            if (session.beginPush()) {
                // Without its body something the client had to say is lost.
                links.put(name, new Owned(session, link, reason -> session.push("", LinkEnd.BAD_REQUEST)));
            } else {
                link.end(LinkEnd.BAD_REQUEST);
            }
        }, () -> link.end(LinkEnd.UNKNOWN_SESSION));
    }

    /** Of a POST that has not been answered before. */
    private void body(Name name, RelayLetter letter) {
        owned(name).ifPresent(owned -> owned.link.end(owned.session.push(letter.text(), letter.end())));
    }

    private void upgrade(Name name, RelayLetter letter) {
        RemoteLink link = link(name, false);
        sessions.find(letter.sid()).ifPresentOrElse(session -> {
            links.put(name, new Owned(session, link, reason -> session.lost(link, reason)));
            session.upgrade(link);
        }, () -> link.end(LinkEnd.UNKNOWN_SESSION));
    }

    private RemoteLink link(Name name, boolean oneShot) {
        return new RemoteLink(letter -> send(name, letter), name.link, oneShot);
    }

    private void send(Name name, RelayLetter letter) {
        if (letter.kind() == RelayLetter.Kind.END) {
            links.remove(name);
        }
        if (!letters.send(name.host, letter.bytes())) {
            lose(name, CloseReason.TRANSPORT_CLOSE);
        }
    }

    private Optional<Owned> owned(Name name) {
        return Optional.ofNullable(links.get(name));
    }

    private void taken(Name name) {
        owned(name).ifPresent(owned -> {
            if (owned.link.isOneShot()) {
                links.remove(name);
            }
            owned.link.taken();
        });
    }

    private void lose(Name name, CloseReason reason) {
        Owned lost = links.remove(name);
        if (lost != null) {
            lost.whenLost.accept(reason);
            if (lost.link.isOneShot() && lost.link.isWritten()) {
                // Whether the client got it nobody knows: it is to come back and say.
                lost.session.breakOff(reason);
            }
            lost.link.taken();
        }
    }

    /** A host has gone, and its clients with it. */
    void gone(String host) {
        List.copyOf(links.keySet()).stream().filter(name -> name.host.equals(host))
                .forEach(name -> lose(name, CloseReason.TRANSPORT_CLOSE));
    }

    private record Name(String host, long link) {
    }

    private record Owned(Session session, RemoteLink link, Consumer<CloseReason> whenLost) {
    }
}
