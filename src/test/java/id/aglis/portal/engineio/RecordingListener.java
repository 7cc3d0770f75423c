package id.aglis.portal.engineio;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Keeps what the protocol above is told of one session. */
final class RecordingListener implements SessionListener, SessionListener.Receiver {

    private final List<String> told = new ArrayList<>();
    private boolean failing;

    List<String> told() {
        return told;
    }

    void failFromNowOn() {
        failing = true;
    }

    @Override
    public Receiver opened(Session session) {
        told.add("opened");
        return this;
    }

    @Override
    public void text(String message) {
        if (failing) {
            throw new IllegalStateException("Expected by this test.");
        }
        told.add(message);
    }

    @Override
    public void binary(byte[] message) {
        told.add("binary " + Base64.getEncoder().encodeToString(message));
    }

    @Override
    public void closed(CloseReason reason) {
        told.add(reason.wireName());
    }
}
