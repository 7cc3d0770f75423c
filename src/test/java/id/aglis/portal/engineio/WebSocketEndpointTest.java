package id.aglis.portal.engineio;

import static org.junit.jupiter.api.Assertions.assertNotSame;

import jakarta.websocket.server.ServerEndpointConfig.Configurator;
import org.junit.jupiter.api.Test;

class WebSocketEndpointTest {

    @Test
    void every_websocket_gets_an_endpoint_of_its_own_without_a_container() throws InstantiationException {
        Configurator configurator = WebSocketEndpoint.at("/engine.io/").getConfigurator();
        assertNotSame(configurator.getEndpointInstance(WebSocketEndpoint.class), configurator.getEndpointInstance(WebSocketEndpoint.class));
    }
}
