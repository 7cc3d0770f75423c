package id.aglis.portal.socketio;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.aglis.portal.engineio.TestEngine;
import id.aglis.portal.fuzz.Fuzz;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whatever a client or the log brings is read, or refused in the documented way, and harms nobody else. */
class SocketFuzzTest {

    private static final int RUNS = 100_000;
    private static final List<String> PACKETS = List.of("0", "0/admin,{\"token\":\"123\"}", "1", "1/admin,", "2[\"message\",1,\"two\",{\"a\":[true,null]}]",
            "2/admin,12[\"message-with-ack\",{\"a\":{\"b\":[1.5,-2e3]}}]", "312[\"answer\"]", "3/admin,7[]", "4{\"message\":\"no\"}",
            "51-[\"binary\",{\"_placeholder\":true,\"num\":0}]", "52-/admin,1[\"b\",{\"_placeholder\":true,\"num\":1},{\"_placeholder\":true,\"num\":0}]",
            "61-12[{\"_placeholder\":true,\"num\":0}]", "50-[\"none\"]", "2[\"\u00e9 \u20ac \ud83d\ude00\",\"\\u0000\\\"\\\\\"]");

    @Test
    void packets_are_read_or_refused() {
        Fuzz fuzz = Fuzz.of("socket packets");
        for (int i = 0; i < RUNS; i++) {
            fuzz.attempt(fuzz.text(PACKETS), SocketCodec::decode);
        }
    }

    @Test
    void json_that_was_read_can_be_written_and_read_again() {
        List<String> examples = List.of("[\"message\",1,-2.5e3,12345678901234567890,0.1,{\"a\":[true,false,null,\"\\u00e9\\ud83d\\ude00\"]}]", "{}", "[]",
                "\"text\"", "[[[[[[[1]]]]]]]", "{\"a\":{\"b\":{\"c\":[]}},\"d\":1E5}");
        Fuzz fuzz = Fuzz.of("json");
        for (int i = 0; i < RUNS; i++) {
            String input = fuzz.text(examples);
            fuzz.attempt(input, text -> JsonText.write(JsonText.parse(text))).ifPresent(written ->
                    assertEquals(written, JsonText.write(JsonText.parse(written)), () -> fuzz.blame(input)));
        }
    }

    @Test
    void placeholders_find_their_parts_or_are_refused() {
        List<String> examples = List.of("[\"e\",{\"_placeholder\":true,\"num\":0},[{\"a\":{\"_placeholder\":true,\"num\":2}}]]",
                "[{\"_placeholder\":1,\"num\":0}]", "[{\"_placeholder\":true}]", "[{\"num\":1}]");
        List<byte[]> parts = List.of(new byte[] {1}, new byte[0], new byte[] {3});
        Fuzz fuzz = Fuzz.of("placeholders");
        for (int i = 0; i < RUNS / 2; i++) {
            String input = fuzz.text(examples);
            fuzz.attempt(input, text -> BinaryParts.takeFrom(Map.of("tree", List.of(Optional.ofNullable(
                    BinaryParts.putInto(JsonText.parse(text), parts)))), new ArrayList<>()));
        }
    }

    @Test
    void room_operations_are_read_or_refused() {
        Selection some = new Selection(Set.of("a", "b"), Set.of("c"));
        Payload payload = new Payload("[\"event\",1]", List.of(new byte[] {1, 2, 3}));
        List<byte[]> examples = List.of(RoomOpCodec.encode(new RoomOp.Emit("/admin", some, payload, true, "request", 10_000)),
                RoomOpCodec.encode(new RoomOp.Join("/", some, Set.of("x", "y"))),
                RoomOpCodec.encode(new RoomOp.Leave("/", Selection.ALL, Set.of())),
                RoomOpCodec.encode(new RoomOp.Disconnect("/", some, true)),
                RoomOpCodec.encode(new RoomOp.Report("/", "request", "here@0", Map.of("id", payload), Set.of("other"))));
        Fuzz fuzz = Fuzz.of("room operations");
        for (int i = 0; i < RUNS; i++) {
            fuzz.attempt(fuzz.bytes(examples), RoomOpCodec::decode);
        }
    }

    @Test
    void a_bystander_never_notices_what_others_send() {
        Portal portal = new Portal();
        portal.root().onConnection(socket -> socket.on("message", (arguments, ack) -> socket.emit("message-back", arguments.list().toArray())));
        TestEngine.TestClient bystander = portal.enter();
        Fuzz fuzz = Fuzz.of("sessions");
        TestEngine.TestClient client = portal.enter();
        for (int i = 0; i < RUNS / 2; i++) {
            Object input = fuzz.oneIn(8) ? fuzz.bytes(List.of(new byte[3])) : fuzz.text(PACKETS);
            send(client, input);
            if (client.isEnded()) {
                client = fuzz.oneIn(4) ? portal.connect() : portal.enter();
            }
            if (i % 1_000 == 0) {
                bystander = portal.enter();
            }
            bystander.send("2[\"message\"," + i + "]");
            assertEquals(List.of("42[\"message-back\"," + i + "]"), bystander.received(), () -> fuzz.blame(input));
            portal.pass(10);
        }
    }

    private static void send(TestEngine.TestClient client, Object input) {
        if (input instanceof byte[] bytes) {
            client.send(bytes);
        } else {
            client.send(input.toString());
        }
    }
}
