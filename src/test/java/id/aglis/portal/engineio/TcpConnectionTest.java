package id.aglis.portal.engineio;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class TcpConnectionTest {

    @Test
    void is_unknown_where_the_container_does_not_show_it() {
        assertTrue(TcpConnection.of(new FakeRequest().get()).isEmpty());
    }
}
