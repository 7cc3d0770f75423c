package id.aglis.portal.socketio;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What other instances answered to {@link Namespace#serverSideEmitWithAck}.
 *
 * @param received answers by instance
 * @param missing  instances that had no handler, or whose handler failed, or that did not answer in time
 */
public record InstanceAnswers(Map<String, Arguments> received, Set<String> missing) {

    static InstanceAnswers of(Answers answers) {
        Set<String> missing = new HashSet<>(answers.missing());
        missing.addAll(answers.silent());
        return new InstanceAnswers(answers.received(), Set.copyOf(missing));
    }
}
