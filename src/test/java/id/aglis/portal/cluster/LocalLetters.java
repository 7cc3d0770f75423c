package id.aglis.portal.cluster;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The letter boxes of instances in one virtual machine; a letter is read while it is sent. */
public final class LocalLetters implements LetterBox {

    private final Map<String, LocalLetters> all;
    private final String self;
    private Reader reader;
    private long sent;

    public LocalLetters(String self) {
        this(new TreeMap<>(), self);
    }

    private LocalLetters(Map<String, LocalLetters> all, String self) {
        this.all = all;
        this.self = self;
        all.put(self, this);
    }

    /** The letter box of another instance. */
    public LocalLetters of(String other) {
        return new LocalLetters(all, other);
    }

    /** How many letters this one has sent. */
    public long sent() {
        return sent;
    }

    @Override
    public boolean send(String instance, byte[] letter) {
        sent++;
        LocalLetters receiver = all.get(instance);
        if (receiver != null) {
            receiver.reader.letter(self, letter);
        }
        return receiver != null;
    }

    @Override
    public Set<String> others() {
        return all.keySet().stream().filter(instance -> !instance.equals(self)).collect(Collectors.toSet());
    }

    @Override
    public void open(Reader chosen) {
        reader = chosen;
    }

    /** The instance dies. */
    @Override
    public void close() {
        all.remove(self);
        all.values().forEach(other -> other.reader.gone(self));
    }
}
