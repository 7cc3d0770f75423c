package id.aglis.portal.socketio;

import java.util.Map;
import java.util.Set;

/**
 * What came back of a broadcast with acknowledgement.
 *
 * @param received answers by socket id
 * @param missing  ids of the sockets that did not answer in time, or left
 * @param silent   instances that did not report what their sockets answered
 */
public record Answers(Map<String, Arguments> received, Set<String> missing, Set<String> silent) {
}
