package id.aglis.portal.socketio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.aglis.portal.engineio.TestEngine.TestClient;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Namespaces that are opened on demand. */
class NamespacesTest {

    private final Portal portal = new Portal();
    private final List<String> told = new ArrayList<>();

    @Test
    void opens_namespaces_by_predicate_once() {
        portal.server().namespaces(name -> name.startsWith("/shop-"), shop -> {
            told.add(shop.name());
            shop.onConnection(socket -> socket.emit("welcome", shop.name()));
        });
        List<String> first = connect("0/shop-1,");
        assertTrue(first.get(0).startsWith("40/shop-1,{\"sid\":"), first.toString());
        assertEquals("42/shop-1,[\"welcome\",\"/shop-1\"]", first.get(1));
        connect("0/shop-1,");
        assertEquals(List.of("/shop-1"), told);
        assertEquals(List.of("44/other,{\"message\":\"Invalid namespace\"}"), connect("0/other,"));
    }

    @Test
    void closes_a_namespace_with_its_last_socket_and_sets_it_up_anew() {
        List<String> log = openShops();
        TestClient first = portal.connect();
        TestClient second = portal.connect();
        first.send("0/shop,");
        second.send("0/shop,");
        assertEquals(List.of("/shop"), log);
        first.send("1/shop,");
        assertTrue(portal.server().namespaces().find("/shop").isPresent());
        second.vanish();
        assertTrue(portal.server().namespaces().find("/shop").isEmpty());
        first.send("0/shop,");
        assertEquals(List.of("/shop", "/shop"), log);
    }

    @Test
    void closes_a_namespace_that_refused_everybody() {
        portal.server().namespaces(name -> true, namespace -> namespace.use(socket -> {
            throw new ConnectRefused("Closed");
        }));
        assertEquals(List.of("44/any,{\"message\":\"Closed\"}"), connect("0/any,"));
        assertTrue(portal.server().namespaces().find("/any").isEmpty());
    }

    @Test
    void keeps_a_namespace_that_the_application_asks_for() {
        openShops();
        TestClient client = portal.connect();
        client.send("0/shop,");
        Namespace kept = portal.server().namespace("/shop");
        client.vanish();
        assertSame(kept, portal.server().namespace("/shop"));
        assertTrue(portal.server().namespaces().find("/shop").isPresent());
    }

    private List<String> openShops() {
        List<String> log = new ArrayList<>();
        portal.server().namespaces(name -> name.startsWith("/shop"), shop -> log.add(shop.name()));
        return log;
    }

    /** What a new client hears upon that message. */
    private List<String> connect(String message) {
        TestClient client = portal.connect();
        client.send(message);
        return client.received();
    }
}
