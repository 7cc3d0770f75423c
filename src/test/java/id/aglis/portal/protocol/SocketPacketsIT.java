package id.aglis.portal.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Packets against the Socket.IO protocol: they close the session. */
@EveryAddress
class SocketPacketsIT {

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
