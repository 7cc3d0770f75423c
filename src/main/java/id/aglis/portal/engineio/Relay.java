package id.aglis.portal.engineio;

import id.aglis.portal.cluster.LetterBox;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;

/**
 * Lets a request or WebSocket come to any instance: where it belongs to a session of another, the two of them write letters, and on both
 * sides there is a {@link Link} that does not know. Nothing is relayed that a proxy has routed by the owner's tag.
 */
final class Relay implements LetterBox.Reader, AutoCloseable {

    private static final Logger LOGGER = System.getLogger(Relay.class.getName());

    private final LetterBox letters;
    private final RelayHost host;
    private final RelayOwner owner;
    private final Secret secret;

    Relay(LetterBox letters, Engine engine) {
        this.letters = letters;
        this.host = new RelayHost(letters, engine);
        this.owner = new RelayOwner(letters, engine.sessions());
        this.secret = engine.config().secret();
        letters.open(this);
    }

    RelayHost host() {
        return host;
    }

    /** The other instance that owns the session of that id; empty for a forged id, and when that instance is not there. */
    Optional<String> ownerOf(String sid) {
        return SessionId.parse(sid, secret).flatMap(host::owner);
    }

    @Override
    public void letter(String from, byte[] bytes) {
        try {
            RelayLetter letter = RelayLetter.of(bytes);
            switch (letter.kind()) {
                case WRITE, END -> host.receive(from, letter);
                default -> owner.receive(from, letter);
            }
        } catch (RuntimeException e) {
            LOGGER.log(Level.WARNING, "A letter of another instance cannot be used.", e);
        }
    }

    @Override
    public void gone(String instance) {
        host.gone(instance);
        owner.gone(instance);
    }

    @Override
    public void close() {
        letters.close();
    }
}
