package id.aglis.portal.engineio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.charset.StandardCharsets;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.http.Method;
import org.glassfish.grizzly.http.Protocol;
import org.glassfish.grizzly.http.util.DataChunk;
import org.glassfish.grizzly.http.util.MimeHeaders;
import org.glassfish.grizzly.http.util.Parameters;
import org.junit.jupiter.api.Test;

class GrizzlyRemainsTest {

    private static final int MANY = 3 * MimeHeaders.DEFAULT_HEADER_SIZE;

    @Test
    void of_a_message_hold_no_header_and_take_new_ones() throws Exception {
        HttpRequestPacket message = HttpRequestPacket.builder().method(Method.GET).uri("/engine.io/").protocol(Protocol.HTTP_1_1)
                .header("Cookie", "secret").build();
        new GrizzlyRemains().empty(message);
        assertEquals(0, message.getHeaders().size());
        assertNull(message.getHeader("Cookie"));
        for (int i = 0; i < MANY; i++) {
            message.addHeader("Name-" + i, "value " + i);
        }
        assertEquals(MANY, message.getHeaders().size());
        assertEquals("value 7", message.getHeader("Name-7"));
    }

    @Test
    void of_parameters_hold_none_and_take_new_ones() throws Exception {
        Parameters parameters = decoded(new Parameters(), "sid=secret&EIO=4");
        new GrizzlyRemains().empty(parameters);
        parameters.setQuery(DataChunk.newInstance());
        assertEquals(0, parameters.getParameterNames().size());
        new GrizzlyRemains().empty(parameters);
        assertEquals("a b", decoded(parameters, "EIO=4&empty=&sid=a%20b").getParameter("sid"));
        assertEquals("", parameters.getParameter("empty"));
        assertEquals(3, parameters.getParameterNames().size());
    }

    private static Parameters decoded(Parameters parameters, String query) {
        DataChunk chunk = DataChunk.newInstance();
        chunk.setBytes(query.getBytes(StandardCharsets.US_ASCII));
        parameters.setQuery(chunk);
        parameters.setQueryStringEncoding(StandardCharsets.UTF_8);
        parameters.handleQueryParameters();
        return parameters;
    }
}
