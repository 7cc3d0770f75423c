package id.aglis.portal.protocol;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import java.io.StringReader;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Socket.IO 5 against the namespaces of the fixture. */
class SocketProtocolIT {

    @Nested
    class Connecting {

        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "40 | 40 | 42[\"auth\",{}]",
            "40{\"token\":\"123\"} | 40 | 42[\"auth\",{\"token\":\"123\"}]",
            "40/custom | 40/custom, | 42/custom,[\"auth\",{}]",
            "40/custom,{\"token\":\"abc\"} | 40/custom, | 42/custom,[\"auth\",{\"token\":\"abc\"}]",
            "40/dynamic-7, | 40/dynamic-7, | 42/dynamic-7,[\"auth\",{}]"})
        void is_answered_with_the_socket_id_alone(String connect, String prefix, String auth) {
            try (Wire wire = SocketIo.open()) {
                String reply = wire.send(connect).nextButPing().toString();
                assertTrue(reply.startsWith(prefix) && reply.substring(prefix.length()).matches("\\{\"sid\":\"[\\w-]{20}\"}"), reply);
                assertEquals(auth, wire.nextButPing());
            }
        }

        @Test
        void gives_every_namespace_an_id_of_its_own_other_than_the_sessions() {
            try (Wire wire = Wire.open(SocketIo.SOCKET)) {
                String session = Http.sid(wire.next().toString());
                String main = Http.sid(wire.send("40").nextButPing().toString());
                wire.nextButPing();
                String custom = Http.sid(wire.send("40/custom").nextButPing().toString());
                assertNotEquals(session, main);
                assertNotEquals(main, custom);
            }
        }

        @Test
        void to_an_unknown_namespace_is_refused_and_the_session_goes_on() {
            try (Wire wire = SocketIo.open()) {
                assertEquals("44/random,{\"message\":\"Invalid namespace\"}", wire.send("40/random").nextButPing());
                assertTrue(wire.send("40").nextButPing().toString().startsWith("40{"));
            }
        }

        @Test
        void is_refused_by_an_admission_with_message_and_data() {
            try (Wire wire = SocketIo.open()) {
                String refusal = wire.send("40/restricted,{\"token\":\"wrong\"}").nextButPing().toString();
                assertTrue(refusal.startsWith("44/restricted,{") && refusal.contains("\"message\":\"Not authorized\"")
                        && refusal.contains("\"data\":{\"code\":\"E1\"}"), refusal);
                assertTrue(wire.send("40/restricted,{\"token\":\"secret\"}").nextButPing().toString().startsWith("40/restricted,{\"sid\""));
                wire.nextButPing();
                wire.send("42/restricted,[\"to-room\",\"admitted\",\"hello\",1]");
                assertEquals("42/restricted,[\"hello\",1]", wire.nextButPing());
            }
        }

        @Test
        void has_to_happen_in_time() {
            try (Wire wire = SocketIo.open()) {
                long start = System.nanoTime();
                assertTrue(wire.nextButPing() instanceof Integer);
                long milliseconds = (System.nanoTime() - start) / 1_000_000;
                assertTrue(milliseconds > Fixture.CONNECT_TIMEOUT / 2, milliseconds + " ms");
            }
        }
    }

    @Nested
    class Violations {

        @ParameterizedTest
        @ValueSource(strings = {"4abc", "49", "42[\"x\"]", "41", "44{}", "40[]", "40\"x\"", "40{", "4"})
        void before_connecting_close_the_session(String frame) {
            try (Wire wire = SocketIo.open()) {
                wire.send(frame);
                assertTrue(wire.nextButPing() instanceof Integer);
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"40", "44{}", "47", "42", "42{}", "42[]", "42[null]", "42[\"connect\"]", "42[\"disconnecting\",1]",
            "42[\"message\"", "42[\"message\"]x", "43[1]", "43", "41[1]", "42/custom,[\"message\"]", "42x[\"message\"]",
            "451[\"message\"]", "45-[\"message\"]", "4511-[\"message\"]", "451-[\"message\",{\"_placeholder\":true,\"num\":0}"})
        void after_connecting_close_the_session(String frame) {
            try (Wire wire = SocketIo.connect()) {
                wire.send(frame);
                assertTrue(wire.nextButPing() instanceof Integer);
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"{\"_placeholder\":true,\"num\":1}", "{\"_placeholder\":true,\"num\":-1}",
            "{\"_placeholder\":true,\"num\":0.5}", "{\"_placeholder\":true,\"num\":\"0\"}", "{\"_placeholder\":true}"})
        void of_placeholders_close_the_session(String placeholder) {
            try (Wire wire = SocketIo.connect()) {
                wire.send("451-[\"message\"," + placeholder + "]").send((byte) 1);
                assertTrue(wire.nextButPing() instanceof Integer);
            }
        }

        @Test
        void a_text_within_a_binary_packet_closes_the_session() {
            try (Wire wire = SocketIo.connect()) {
                wire.send("451-[\"message\",{\"_placeholder\":true,\"num\":0}]").send("42[\"message\"]");
                assertTrue(wire.nextButPing() instanceof Integer);
            }
        }

        @Test
        void a_binary_part_without_a_packet_closes_the_session() {
            try (Wire wire = SocketIo.connect()) {
                wire.send((byte) 1);
                assertTrue(wire.nextButPing() instanceof Integer);
            }
        }

        @Test
        void close_nobody_else() {
            try (Wire bystander = SocketIo.connect(); Wire wire = SocketIo.connect()) {
                wire.send("4abc").closeCode();
                assertEquals("42[\"message-back\",1]", bystander.send("42[\"message\",1]").nextButPing());
            }
        }
    }

    @Nested
    class Events {

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
    }

    @Nested
    class Rooms {

        @Test
        void get_what_is_sent_to_them() {
            try (Wire inside = SocketIo.connect(); Wire outside = SocketIo.connect()) {
                String room = "room-" + System.nanoTime();
                assertEquals("431[]", inside.send("421[\"join\",\"" + room + "\"]").nextButPing());
                outside.send("42[\"to-room\",\"" + room + "\",\"news\",1,{\"a\":2}]").send("42[\"message\",\"end\"]");
                assertEquals("42[\"news\",1,{\"a\":2}]", inside.nextButPing());
                assertEquals("42[\"message-back\",\"end\"]", outside.nextButPing());
                assertEquals("432[]", inside.send("422[\"leave\",\"" + room + "\"]").nextButPing());
                inside.send("42[\"to-room\",\"" + room + "\",\"news\",2]").send("42[\"message\",\"end\"]");
                assertEquals("42[\"message-back\",\"end\"]", inside.nextButPing());
            }
        }

        @Test
        void of_one_socket_are_named_by_its_id() {
            try (Wire one = SocketIo.open(); Wire other = SocketIo.connect()) {
                String id = Http.sid(one.send("40").nextButPing().toString());
                one.nextButPing();
                other.send("42[\"to-room\",\"" + id + "\",\"private\"]");
                assertEquals("42[\"private\"]", one.nextButPing());
            }
        }

        @Test
        void and_namespaces_do_not_mix() {
            try (Wire main = SocketIo.connect(); Wire custom = SocketIo.open()) {
                custom.send("40/custom").nextButPing();
                custom.nextButPing();
                custom.send("42/custom,[\"broadcast\",\"only custom\"]");
                assertEquals("42/custom,[\"broadcast\",\"only custom\"]", custom.nextButPing());
                assertEquals("42[\"message-back\"]", main.send("42[\"message\"]").nextButPing());
            }
        }

        @Test
        void hear_broadcasts_in_one_order() {
            try (Wire one = SocketIo.connect(); Wire other = SocketIo.connect()) {
                for (int i = 0; i < Fixture.RACES; i++) {
                    one.send("42[\"broadcast\",\"a" + i + "\"]");
                    other.send("42[\"broadcast\",\"b" + i + "\"]");
                }
                for (int i = 0; i < 2 * Fixture.RACES; i++) {
                    assertEquals(one.nextButPing(), other.nextButPing());
                }
            }
        }

        @Test
        void are_asked_and_those_who_do_not_answer_are_counted() {
            try (Wire one = SocketIo.open(); Wire other = SocketIo.open()) {
                String namespace = "/dynamic-" + System.nanoTime();
                for (Wire wire : new Wire[] {one, other}) {
                    wire.send("40" + namespace).nextButPing();
                    wire.nextButPing();
                }
                one.send("42" + namespace + ",8[\"ask-all\",\"?\"]");
                String question = one.nextButPing().toString();
                assertEquals(question, other.nextButPing());
                String ackId = question.substring(question.indexOf(',') + 1, question.indexOf('['));
                one.send("43" + namespace + "," + ackId + "[\"!\"]");
                assertEquals("43" + namespace + ",8[1,1,0]", one.nextButPing());
            }
        }
    }

    @Nested
    class Disconnecting {

        @Test
        void from_one_namespace_leaves_the_others() {
            try (Wire wire = SocketIo.connect()) {
                wire.send("40/custom").nextButPing();
                wire.nextButPing();
                wire.send("41/custom").send("42[\"message\",\"main\"]");
                assertEquals("42[\"message-back\",\"main\"]", wire.nextButPing());
                assertTrue(wire.send("40/custom").nextButPing().toString().startsWith("40/custom,"));
            }
        }

        @Test
        void by_the_server_is_told_and_leaves_the_connection() {
            try (Wire wire = SocketIo.connect()) {
                assertEquals("41", wire.send("42[\"disconnect-me\",false]").nextButPing());
                assertTrue(wire.send("40").nextButPing().toString().startsWith("40{"));
            }
        }

        @Test
        void by_the_server_with_the_connection_is_told_first() {
            try (Wire wire = SocketIo.connect()) {
                assertEquals("41", wire.send("42[\"disconnect-me\",true]").nextButPing());
                assertEquals(1000, wire.nextButPing());
            }
        }

        @Test
        void by_a_broken_transport_is_not_told() {
            try (Wire wire = SocketIo.connect()) {
                assertEquals(1001, wire.send("42[\"close-transport\"]").nextButPing());
            }
        }
    }

    private static Object tree(String json) {
        return Json.createReader(new StringReader(json)).readValue();
    }
}
