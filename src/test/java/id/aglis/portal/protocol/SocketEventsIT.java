package id.aglis.portal.protocol;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import java.io.StringReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Socket.IO events and their acknowledgements. */
@EveryAddress
class SocketEventsIT {

    @ParameterizedTest
    @ValueSource(strings = {"1,\"2\",{\"3\":[true]}", "null", "-1.5,2.5e100,12345678901234567890", "\"\\u0000\\ud83d\\ude00\"", "[[[]]],{}"})
    void carry_any_json(String arguments) {
        try (Wire wire = SocketIo.connect()) {
            Object back = wire.send("42[\"message-with-ack\"," + arguments + "]").send("421[\"message\"," + arguments + "]").nextButPing();
            String json = back.toString().substring("42[\"message-back\",".length());
            assertEquals(tree("[" + arguments + "]"), tree("[" + json));
        }
    }

    @Test
    void carry_binary_anywhere() {
        try (Wire wire = SocketIo.connect()) {
            wire.send("452-[\"message\",{\"_placeholder\":true,\"num\":0},{\"a\":[{\"_placeholder\":true,\"num\":1}]}]")
                    .send((byte) 1, (byte) 2).send((byte) 3);
            assertEquals("452-[\"message-back\",{\"_placeholder\":true,\"num\":0},{\"a\":[{\"_placeholder\":true,\"num\":1}]}]"
                    .length(), wire.nextButPing().toString().length());
            assertArrayEquals(new byte[] {1, 2}, (byte[]) wire.nextButPing());
            assertArrayEquals(new byte[] {3}, (byte[]) wire.nextButPing());
        }
    }

    @Test
    void with_no_attachments_may_call_themselves_binary() {
        try (Wire wire = SocketIo.connect()) {
            assertEquals("42[\"message-back\",1]", wire.send("450-[\"message\",1]").nextButPing());
        }
    }

    @Test
    void are_acknowledged_in_their_namespace() {
        try (Wire wire = SocketIo.connect()) {
            assertEquals("43456[1,\"2\",{\"3\":[false]}]", wire.send("42456[\"message-with-ack\",1,\"2\",{\"3\":[false]}]").nextButPing());
            wire.send("40/custom").nextButPing();
            wire.nextButPing();
            assertEquals("43/custom,0[]", wire.send("42/custom,0[\"message-with-ack\"]").nextButPing());
            wire.send("451-789[\"message-with-ack\",{\"_placeholder\":true,\"num\":0}]").send((byte) 9);
            assertTrue(wire.nextButPing().toString().startsWith("461-789["));
            assertArrayEquals(new byte[] {9}, (byte[]) wire.nextButPing());
        }
    }

    @Test
    void whose_handler_fails_close_nothing() {
        try (Wire wire = SocketIo.connect()) {
            assertEquals("430[{\"error\":\"Internal error\"}]", wire.send("420[\"fail\"]").nextButPing());
            assertEquals("42[\"message-back\"]", wire.send("42[\"fail\"]").send("42[\"message\"]").nextButPing());
        }
    }

    @Test
    void nobody_handles_are_ignored() {
        try (Wire wire = SocketIo.connect()) {
            assertEquals("42[\"message-back\"]", wire.send("42[\"nothing\"]").send("42[7]").send("42[\"message\"]").nextButPing());
        }
    }

    @Test
    void of_the_server_are_acknowledged_by_the_client() {
        try (Wire wire = SocketIo.connect()) {
            String question = wire.send("425[\"ask\",\"?\"]").nextButPing().toString();
            assertTrue(question.matches("42\\d+\\[\"question\",\"\\?\"]"), question);
            String ackId = question.substring(2, question.indexOf('['));
            assertEquals("435[[\"!\"]]", wire.send("43" + ackId + "[\"!\"]").nextButPing());
        }
    }

    @Test
    void that_nobody_answers_time_out() {
        try (Wire wire = SocketIo.connect()) {
            wire.send("425[\"ask\",\"?\"]").nextButPing();
            assertEquals("435[\"TimeoutException\"]", wire.nextButPing());
        }
    }

    private static Object tree(String json) {
        return Json.createReader(new StringReader(json)).readValue();
    }
}
