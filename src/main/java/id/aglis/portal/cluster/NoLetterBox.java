package id.aglis.portal.cluster;

import java.util.Set;

/** That of an instance which is alone. */
final class NoLetterBox implements LetterBox {

    @Override
    public boolean send(String instance, byte[] letter) {
        return false;
    }

    @Override
    public Set<String> others() {
        return Set.of();
    }

    @Override
    public void open(Reader reader) {
        // Nobody writes.
    }

    @Override
    public void close() {
        // There is nothing to let go of.
    }
}
