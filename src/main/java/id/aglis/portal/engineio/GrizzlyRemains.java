package id.aglis.portal.engineio;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import org.glassfish.grizzly.http.HttpHeader;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.util.CharChunk;
import org.glassfish.grizzly.http.util.MimeHeaders;
import org.glassfish.grizzly.http.util.Parameters;

/**
 * Headers, parameters and buffers of a Grizzly request and its response that have been dealt with. Grizzly uses both again for other
 * connections, so nothing here is shared or handed on: what is emptied is the request's own, and stays in a state from which Grizzly
 * fills it again, as it does with a new one.
 */
final class GrizzlyRemains {

    private final Field parameters = field(Request.class, "parameters");
    private final Field name = field(Parameters.class, "tmpNameC");
    private final Field value = field(Parameters.class, "tmpValueC");
    private final Field headerFields = field(MimeHeaders.class, "headers");
    private final Field encodingBuffer = field(HttpHeader.class, "tmpHeaderEncodingBuffer");

    /** @throws NoSuchFieldException when this is not the Grizzly we know */
    GrizzlyRemains() throws NoSuchFieldException {
    }

    static Field field(Class<?> type, String name) throws NoSuchFieldException {
        Field field = type.getDeclaredField(name);
        field.setAccessible(true);
        return field;
    }

    void empty(Request request) throws IllegalAccessException {
        empty((Parameters) parameters.get(request));
        empty(request.getRequest());
        empty(request.getResponse().getResponse());
    }

    void empty(Parameters decoded) throws IllegalAccessException {
        decoded.recycle();
        ((CharChunk) name.get(decoded)).reset();
        ((CharChunk) value.get(decoded)).reset();
    }

    /** Grizzly doubles an array of header fields that is full, so it must not be an empty one; a missing buffer it makes up for. */
    void empty(HttpHeader message) throws IllegalAccessException {
        MimeHeaders headers = message.getHeaders();
        headers.clear();
        headerFields.set(headers, Array.newInstance(headerFields.getType().getComponentType(), MimeHeaders.DEFAULT_HEADER_SIZE));
        encodingBuffer.set(message, null);
    }
}
