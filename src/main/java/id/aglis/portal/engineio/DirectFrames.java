package id.aglis.portal.engineio;

import org.glassfish.grizzly.Buffer;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.Grizzly;
import org.glassfish.grizzly.attributes.Attribute;
import org.glassfish.grizzly.filterchain.BaseFilter;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.NextAction;

/** Offers what comes over a WebSocket to its {@link FrameIntake} first. */
final class DirectFrames extends BaseFilter {

    /** Several applications in one server each have their own. */
    private static final Attribute<FrameIntake> INTAKE = Grizzly.DEFAULT_ATTRIBUTE_BUILDER
            .createAttribute(DirectFrames.class.getName() + System.identityHashCode(DirectFrames.class));
    private static final ExtraFilter FILTER = ExtraFilter.beforeHttp(new DirectFrames());

    private DirectFrames() {
    }

    static void offer(Connection<?> connection, FrameIntake intake) {
        INTAKE.set(connection, intake);
        FILTER.join(connection);
    }

    @Override
    public NextAction handleRead(FilterChainContext context) {
        FrameIntake intake = INTAKE.get(context.getConnection());
        if (intake == null || !(context.getMessage() instanceof Buffer data)) {
            return context.getInvokeAction();
        }
        intake.take(data);
        if (data.hasRemaining()) {
            return context.getInvokeAction();
        }
        data.tryDispose();
        return context.getStopAction();
    }
}
