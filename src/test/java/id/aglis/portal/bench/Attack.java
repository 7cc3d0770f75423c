package id.aglis.portal.bench;

import java.util.List;
import java.util.function.Function;

/**
 * What one malicious connection says.
 *
 * @param opening said first; an answer to it is waited for
 * @param reply   what follows upon that answer, piece by piece as it goes on the wire
 */
record Attack(byte[] opening, Function<String, List<byte[]>> reply) {

    List<byte[]> inputs(String answer) {
        return reply.apply(answer);
    }
}
