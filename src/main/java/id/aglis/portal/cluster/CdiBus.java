package id.aglis.portal.cluster;

import fish.payara.micro.cdi.Inbound;
import fish.payara.micro.cdi.Outbound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.function.Consumer;

/**
 * Payara's clustered CDI event bus. It hands every event to the default executor, and so loses order; and an exception of an observer
 * vanishes there.
 */
@ApplicationScoped
class CdiBus implements Bus {

    private static final String EVENT = "portal.cluster";

    @Inject
    @Outbound(eventName = EVENT)
    private Event<ClusterMessage> others;
    private volatile Consumer<byte[]> listener = message -> { };

    @Override
    public void publish(byte[] message) {
        others.fire(new ClusterMessage(message));
    }

    @Override
    public void listen(Consumer<byte[]> chosen) {
        listener = chosen;
    }

    void heard(@Observes @Inbound(eventName = EVENT) ClusterMessage message) {
        listener.accept(message.bytes());
    }
}
