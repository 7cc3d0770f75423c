package id.aglis.portal.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a Socket.IO client enters a namespace. */
@EveryAddress
class SocketConnectIT {

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
