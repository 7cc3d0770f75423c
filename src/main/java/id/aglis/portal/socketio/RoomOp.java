package id.aglis.portal.socketio;

import java.util.Map;
import java.util.Set;

/** What one instance tells all about the sockets of a namespace. It crosses instances as bytes, see {@link RoomOpCodec}. */
sealed interface RoomOp {

    String namespace();

    /**
     * @param droppable whether a client that is slow may miss it
     * @param request   identity of the broadcast when answers are wanted, otherwise empty
     * @param timeout   how long to wait for answers, in milliseconds
     */
    record Emit(String namespace, Selection selection, Payload payload, boolean droppable, String request, long timeout) implements RoomOp {

        boolean wantsAnswers() {
            return !request.isEmpty();
        }

        Emit withoutPayload() {
            return new Emit(namespace, selection, Payload.NONE, droppable, request, timeout);
        }
    }

    record Join(String namespace, Selection selection, Set<String> rooms) implements RoomOp {
    }

    record Leave(String namespace, Selection selection, Set<String> rooms) implements RoomOp {
    }

    record Disconnect(String namespace, Selection selection, boolean close) implements RoomOp {
    }

    /** The socket of that id has another connection now; whatever else goes by the id is a remainder. */
    record Supersede(String namespace, String sid, String connection) implements RoomOp {
    }

    /**
     * What one instance collected for a broadcast with acknowledgement.
     *
     * @param received answers by socket id
     * @param missing  sockets that did not answer
     */
    record Report(String namespace, String request, String instance, Map<String, Payload> received, Set<String> missing)
            implements RoomOp {
    }
}
