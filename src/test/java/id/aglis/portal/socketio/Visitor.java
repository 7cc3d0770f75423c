package id.aglis.portal.socketio;

import static org.junit.jupiter.api.Assertions.assertTrue;

import id.aglis.portal.engineio.TestEngine.TestClient;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A client as the official one is: it keeps its pid and the last offset. */
final class Visitor {

    private static final Pattern OFFSET = Pattern.compile(",\"(@[0-9a-z]+)\"]");

    final TestClient client;
    final List<String> read;
    final String sid;
    final String pid;
    private String offset = "";

    Visitor(Portal portal, String auth) {
        client = portal.connect();
        client.send("0{" + auth + "}");
        List<String> received = client.received();
        String answer = received.get(received.size() - 1);
        assertTrue(answer.startsWith("40{"), received.toString());
        Map<String, Object> fields = new Arguments(List.of(JsonText.parse(answer.substring(2)))).object(0);
        sid = (String) fields.get("sid");
        pid = (String) fields.get("pid");
        read = received.subList(0, received.size() - 1);
        note(read);
    }

    Visitor comesBackTo(Portal portal) {
        return comesBackTo(portal, "\"any\":1");
    }

    Visitor comesBackTo(Portal portal, String auth) {
        String at = offset.isEmpty() ? "" : ",\"offset\":\"" + offset + "\"";
        return new Visitor(portal, "\"pid\":\"" + pid + "\"" + at + "," + auth);
    }

    boolean isRecoveredFrom(Visitor earlier) {
        return pid.equals(earlier.pid) && sid.equals(earlier.sid);
    }

    List<String> read() {
        List<String> received = client.received();
        note(received);
        if (read.isEmpty()) {
            read.addAll(received);
        }
        return received;
    }

    private void note(List<String> received) {
        for (String packet : received) {
            Matcher found = OFFSET.matcher(packet);
            if (found.find()) {
                offset = found.group(1);
            }
        }
    }
}
