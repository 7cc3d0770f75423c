package id.aglis.portal.socketio;

import java.util.List;
import java.util.Set;

/**
 * The sockets that were asked for, of all instances that answered.
 *
 * @param sockets in no order
 * @param missing instances that did not tell theirs in time
 */
public record Fetched(List<RemoteSocket> sockets, Set<String> missing) {

    static Fetched of(Answers answers) {
        return new Fetched(answers.received().entrySet().stream().map(told -> RemoteSocket.of(told.getKey(), told.getValue())).toList(),
                answers.silent());
    }
}
