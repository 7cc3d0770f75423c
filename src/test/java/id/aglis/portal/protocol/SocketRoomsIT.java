package id.aglis.portal.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Who hears what is sent to a room or a namespace. */
@EveryAddress
class SocketRoomsIT {

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
            for (int i = 0; i < Races.COUNT; i++) {
                one.send("42[\"broadcast\",\"a" + i + "\"]");
                other.send("42[\"broadcast\",\"b" + i + "\"]");
            }
            for (int i = 0; i < 2 * Races.COUNT; i++) {
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
