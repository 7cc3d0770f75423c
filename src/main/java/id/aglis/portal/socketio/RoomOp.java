package id.aglis.portal.socketio;

import java.util.Map;
import java.util.Set;

/** What one instance tells all about the sockets of a namespace. It crosses instances as bytes, see {@link RoomOpCodec}. */
sealed interface RoomOp {

    String namespace();

    /**
     * @param droppable whether a client that is slow may miss it
     * @param request   identity of the broadcast when answers are wanted, otherwise empty; see {@link Report#asker}
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

    /** Something that every instance reports on. */
    sealed interface Inquiry extends RoomOp permits Fetch, Count {

        String request();
    }

    /** Who is there? Reported by socket id. */
    record Fetch(String namespace, Selection selection, String request) implements Inquiry {
    }

    /** How many are there? Reported by instance. */
    record Count(String namespace, Selection selection, String request) implements Inquiry {
    }

    /**
     * An event for the other instances themselves; answers are reported by instance.
     *
     * @param from    the instance that says it, which does not hear it
     * @param request as of {@link Emit}
     */
    record ServerEmit(String namespace, String from, Payload payload, String request) implements RoomOp {
    }

    /** The socket of that id has another connection now; whatever else goes by the id is a remainder. */
    record Supersede(String namespace, String sid, String connection) implements RoomOp {
    }

    /**
     * What one instance has to say to a request. It goes to the one that asked, and not into the log.
     *
     * @param received answers by the socket id or instance they are of
     * @param missing  sockets or instances of which there is none
     */
    record Report(String namespace, String request, String instance, Map<String, Payload> received, Set<String> missing)
            implements RoomOp {

        /** In the identity of a request it stands between the instance that asked and what tells its requests apart. */
        static final String AFTER_ASKER = "/";

        /** The instance that asked. */
        String asker() {
            return request.substring(0, Math.max(0, request.lastIndexOf(AFTER_ASKER)));
        }
    }
}
