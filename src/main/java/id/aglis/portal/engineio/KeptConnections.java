package id.aglis.portal.engineio;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.reflect.Field;
import org.glassfish.grizzly.CloseListener;
import org.glassfish.grizzly.CloseType;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.Grizzly;
import org.glassfish.grizzly.attributes.Attribute;
import org.glassfish.grizzly.utils.DelayedExecutor;

/**
 * Grizzly waits for the keep-alive time-out of a connection even when that has been closed meanwhile, and keeps three kilobytes of it until
 * then: clients that come and go quickly would fill the heap. Once told that there is nothing to wait for, it lets go within a second.
 */
final class KeptConnections implements CloseListener<Connection<?>, CloseType> {

    private static final Logger LOGGER = System.getLogger(KeptConnections.class.getName());
    private static final KeptConnections LISTENER = new KeptConnections();

    private final Attribute<Boolean> listening = Grizzly.DEFAULT_ATTRIBUTE_BUILDER.createAttribute(KeptConnections.class.getName());
    /** Created by Grizzly; there is one of a name. */
    private final Attribute<Object> contexts = Grizzly.DEFAULT_ATTRIBUTE_BUILDER.createAttribute("HttpServerFilter.KeepAliveContext");
    private final ClassValue<Field> deadlines = new ClassValue<>() {
        @Override
        protected Field computeValue(Class<?> context) {
            try {
                return GrizzlyRemains.field(context, "keepAliveTimeoutMillis");
            } catch (NoSuchFieldException e) {
                throw new IllegalStateException("This Grizzly keeps connections in another way.", e);
            }
        }
    };

    private KeptConnections() {
    }

    /** To be called for every request, since none knows whether it is the first of its connection. */
    static void forgetOnceClosed(ContainerRequest request) {
        Connection<?> connection = request.grizzlys().getContext().getConnection();
        if (LISTENER.listening.get(connection) == null) {
            LISTENER.listening.set(connection, true);
            connection.addCloseListener(LISTENER);
        }
    }

    @Override
    public void onClosed(Connection<?> connection, CloseType type) {
        Object context = contexts.get(connection);
        if (context == null) {
            return;
        }
        try {
            deadlines.get(context.getClass()).setLong(context, DelayedExecutor.UNSET_TIMEOUT);
        } catch (IllegalAccessException | RuntimeException e) {
            LOGGER.log(Level.WARNING, "A closed connection is kept until its keep-alive time-out.", e);
        }
    }
}
