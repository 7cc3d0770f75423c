package id.aglis.portal.socketio;

import id.aglis.portal.engineio.Message;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * What an event or an acknowledgement carries, in the form in which it travels.
 *
 * @param json  JSON text of the arguments
 * @param parts the byte arrays it refers to
 */
record Payload(String json, List<byte[]> parts) {

    static final Payload NONE = new Payload("", List.of());

    /** @throws IllegalArgumentException when the name is reserved, or an argument has no JSON form */
    static Payload ofEvent(String event, Object... arguments) {
        if (SocketCodec.isReserved(event)) {
            throw new IllegalArgumentException("The event name " + event + " is reserved.");
        }
        List<Object> list = new ArrayList<>(arguments.length + 1);
        list.add(event);
        list.addAll(Arrays.asList(arguments));
        return of(list);
    }

    static Payload of(List<Object> arguments) {
        if (!BinaryParts.isIn(arguments)) {
            return new Payload(JsonText.write(arguments), List.of());
        }
        List<byte[]> parts = new ArrayList<>();
        Object tree = BinaryParts.takeFrom(arguments, parts);
        return new Payload(JsonText.write(tree), parts);
    }

    /** With the offset behind the arguments, where clients look for it. */
    Payload with(Offset offset) {
        return new Payload(json.substring(0, json.length() - 1) + ",\"" + offset.text() + "\"]", parts);
    }

    /**
     * Without anything that a client could take for an offset: it takes any string that comes last, even the name of an event that has no
     * arguments. Behind such a one stands a null.
     */
    Payload withoutOffset() {
        return json.endsWith("\"]") ? new Payload(json.substring(0, json.length() - 1) + ",null]", parts) : this;
    }

    /** The arguments themselves; not to be modified. */
    List<Object> list() {
        return BinaryParts.putInto(JsonText.parse(json), parts) instanceof List<?> list ? Collections.unmodifiableList(list) : List.of();
    }

    Message toMessage(SocketPacketType type, String namespace, long ackId, boolean droppable) {
        SocketPacketType actual = parts.isEmpty() ? type : type.withAttachments();
        String text = SocketCodec.encode(actual, parts.size(), namespace, ackId, json);
        return Message.of(text.getBytes(StandardCharsets.UTF_8), parts, droppable);
    }
}
