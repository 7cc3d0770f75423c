package id.aglis.portal.realtime;

import id.aglis.portal.socketio.Namespace;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Finds the channels of all features and opens them in their order. */
@ApplicationScoped
public class Channels {

    @Inject
    @Any
    private Instance<Channel> channels;

    void openOn(Namespace namespace) {
        StreamSupport.stream(channels.handles().spliterator(), false)
                .sorted(Comparator.comparingInt(Channels::order))
                .forEach(handle -> handle.get().open(namespace));
    }

    private static int order(Instance.Handle<Channel> handle) {
        return Optional.ofNullable(handle.getBean().getBeanClass().getAnnotation(Priority.class)).map(Priority::value).orElse(Integer.MAX_VALUE);
    }
}
