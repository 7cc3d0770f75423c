package id.aglis.portal.engineio;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ContainerRequestTest {

    @Test
    void is_unknown_where_the_container_does_not_show_it() {
        assertTrue(ContainerRequest.of(new FakeRequest().get()).isEmpty());
    }
}
