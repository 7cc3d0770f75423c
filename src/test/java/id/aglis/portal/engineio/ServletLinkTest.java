package id.aglis.portal.engineio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServletLinkTest {

    private final FakeResponse response = new FakeResponse();
    private final List<String> told = new ArrayList<>();

    @Test
    void answers_a_poll_once_and_completes_it() {
        ServletLink link = link();
        link.write(Batch.of(Message.of("hello €")), () -> told.add("taken"));
        assertEquals(200, response.status());
        assertEquals("4hello €", response.body());
        assertEquals("10", response.header("Content-Length"));
        assertEquals("text/plain; charset=UTF-8", response.header("Content-Type"));
        assertEquals("no-store", response.header("Cache-Control"));
        link.end(LinkEnd.BAD_REQUEST);
        link.hungUp();
        assertEquals(200, response.status());
        assertEquals(1, response.completions());
        assertFalse(told.contains("lost"));
    }

    @Test
    void waits_for_a_client_that_does_not_read() throws Exception {
        response.congested();
        link().write(Batch.of(Message.of("x")), () -> told.add("taken"));
        assertEquals(List.of(), told);
        assertEquals(0, response.completions());
        response.drain();
        assertEquals("4x", response.body());
        assertEquals(List.of("taken"), told);
        assertEquals(1, response.completions());
    }

    @Test
    void tells_how_it_ends() {
        link().end(LinkEnd.BAD_REQUEST);
        assertEquals(400, response.status());
        assertEquals("{\"code\":3,\"message\":\"Bad request\"}", response.body());
        assertNull(response.header("Connection"));
        assertEquals(1, response.completions());
    }

    @Test
    void closes_the_connection_of_a_client_that_is_too_slow() {
        link().end(LinkEnd.TOO_SLOW);
        assertEquals(408, response.status());
        assertEquals("close", response.header("Connection"));
    }

    @Test
    void tells_once_that_its_client_left_before_the_answer() {
        ServletLink link = link();
        link.hungUp();
        link.hungUp();
        link.write(Batch.of(Message.of("x")), () -> { });
        assertEquals(List.of("lost"), told);
        assertEquals("", response.body());
        assertEquals(1, response.completions());
    }

    @Test
    void tells_that_its_client_left_when_the_answer_finds_no_response() {
        response.gone();
        link().write(Batch.of(Message.of("x")), () -> { });
        assertEquals(List.of("lost"), told);
    }

    @Test
    void tells_that_its_client_left_while_the_answer_was_on_its_way() {
        response.congested();
        link().write(Batch.of(Message.of("x")), () -> told.add("taken"));
        response.listener().onError(new IOException("Broken pipe"));
        assertEquals(List.of("lost", "taken"), told);
        assertEquals(1, response.completions());
    }

    private ServletLink link() {
        ServletLink link = new ServletLink(response.context(), waiting -> { });
        link.onLost(() -> told.add("lost"));
        return link;
    }
}
