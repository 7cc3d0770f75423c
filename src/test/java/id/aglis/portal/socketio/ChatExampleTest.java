package id.aglis.portal.socketio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.aglis.portal.engineio.TestEngine.TestClient;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The chat in the documentation of this package, exactly as it stands there. */
class ChatExampleTest {

    private static final Path DOCUMENTATION = Path.of("src/main/java/id/aglis/portal/socketio/package-info.java");

    @TempDir
    private Path directory;

    @Test
    void lets_two_clients_chat() throws Exception {
        List<String> lines = lines();
        assertTrue(lines.size() <= 15, "The chat has " + lines.size() + " lines.");
        Portal portal = new Portal();
        try (URLClassLoader loader = new URLClassLoader(new URL[] {compile(lines).toUri().toURL()})) {
            open(loader, portal.server());
            chat(portal);
        }
    }

    private static void chat(Portal portal) {
        TestClient ann = enter(portal, "{\"name\":\"Ann\"}");
        TestClient bob = enter(portal, "{\"name\":\"Bob\"}");
        assertTrue(ann.received().get(0).startsWith("40/chat,{\"sid\":"));
        bob.received();
        ann.send("2/chat,1[\"say\",\"Hello\"]");
        assertEquals(List.of("43/chat,1[\"heard\"]"), ann.received());
        assertEquals(List.of("42/chat,[\"said\",\"Ann\",\"Hello\"]"), bob.received());
        ann.vanish();
        assertEquals(List.of("42/chat,[\"left\",\"Ann\",\"transport close\"]"), bob.received());
        String refusal = enter(portal, "").received().get(0);
        assertTrue(refusal.startsWith("44/chat,{") && refusal.contains("\"message\":\"Who are you?\"")
                && refusal.contains("\"data\":{\"missing\":\"name\"}"), refusal);
    }

    private static TestClient enter(Portal portal, String auth) {
        TestClient client = portal.connect();
        client.send("0/chat," + auth);
        return client;
    }

    private static List<String> lines() throws Exception {
        List<String> documentation = Files.readAllLines(DOCUMENTATION);
        int start = documentation.indexOf(" * {@snippet :");
        List<String> rest = documentation.subList(start + 1, documentation.size());
        return rest.subList(0, rest.indexOf(" * }")).stream().map(line -> line.substring(" * ".length())).toList();
    }

    private Path compile(List<String> lines) throws Exception {
        Path source = directory.resolve("Chat.java");
        Files.writeString(source, lines.stream().collect(Collectors.joining("\n        ", """
                import id.aglis.portal.socketio.*;
                import java.util.*;
                import java.util.function.Consumer;

                public final class Chat implements Consumer<SocketServer> {
                    public void accept(SocketServer server) {
                """, "\n    }\n}\n")));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter complaints = new StringWriter();
        String classes = Path.of(SocketServer.class.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
        boolean compiled = compiler.getTask(complaints, null, null, List.of("-proc:none", "-classpath", classes, "-d", directory.toString()),
                null, compiler.getStandardFileManager(null, null, null).getJavaFileObjects(source)).call();
        assertTrue(compiled, complaints.toString());
        return directory;
    }

    @SuppressWarnings("unchecked")
    private static void open(ClassLoader loader, SocketServer server) throws Exception {
        ((Consumer<SocketServer>) loader.loadClass("Chat").getConstructor().newInstance()).accept(server);
    }
}
