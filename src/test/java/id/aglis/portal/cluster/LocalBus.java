package id.aglis.portal.cluster;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** The bus of instances in one virtual machine. One that {@link #die dies} is not heard any more. */
final class LocalBus implements Bus {

    private final List<LocalBus> all;
    private volatile Consumer<byte[]> listener = message -> { };
    private volatile boolean dead;

    LocalBus() {
        this(new CopyOnWriteArrayList<>());
    }

    private LocalBus(List<LocalBus> all) {
        this.all = all;
        all.add(this);
    }

    /** The end of another instance. */
    LocalBus another() {
        return new LocalBus(all);
    }

    void die() {
        dead = true;
    }

    @Override
    public void publish(byte[] message) {
        if (!dead) {
            all.stream().filter(other -> other != this).forEach(other -> other.listener.accept(message));
        }
    }

    @Override
    public void listen(Consumer<byte[]> chosen) {
        listener = chosen;
    }
}
