package id.aglis.portal.bench;

import java.nio.ByteBuffer;

/** Long-polling: one GET always waits, packets leave by POST, at most one of each at a time. */
final class PollingClient extends Client {

    private static final char SEPARATOR = 0x1E;
    private static final String SID = "\"sid\":\"";

    private final HttpLine polls;
    private final HttpLine posts;
    private final StringBuilder unsent = new StringBuilder();
    private String path = Target.PATH + "&transport=polling";
    private Runnable paused = () -> { };
    private boolean polling = true;

    PollingClient(EventLoop loop, Target target, ClientListener listener) {
        super(listener);
        polls = new HttpLine(loop, target.address(), this::closed);
        posts = new HttpLine(loop, target.address(), this::closed);
        polls.get(path, this::polled);
    }

    private void polled(HttpResponse response) {
        if (response.status() != 200) {
            closed("a poll was answered with " + response.status());
            return;
        }
        receivePayload(response.body());
        if (polling) {
            polls.get(path, this::polled);
        } else {
            paused.run();
        }
    }

    private void receivePayload(ByteBuffer body) {
        int from = 0;
        for (int i = 0; i < body.limit(); i++) {
            if (body.get(i) == SEPARATOR) {
                receive(body, from, i);
                from = i + 1;
            }
        }
        if (from < body.limit()) {
            receive(body, from, body.limit());
        }
    }

    @Override
    void opened(String handshake) {
        int start = handshake.indexOf(SID) + SID.length();
        path += "&sid=" + handshake.substring(start, handshake.indexOf('"', start));
        super.opened(handshake);
    }

    /** The path of this session, for the upgrade of it. */
    String upgradePath() {
        return path.replace("transport=polling", "transport=websocket");
    }

    @Override
    void send(String enginePacket) {
        if (unsent.length() > 0) {
            unsent.append(SEPARATOR);
        }
        unsent.append(enginePacket);
        if (!posts.isBusy()) {
            post();
        }
    }

    private void post() {
        String body = unsent.toString();
        unsent.setLength(0);
        posts.post(path, body, this::posted);
    }

    private void posted(HttpResponse response) {
        if (response.status() != 200) {
            closed("a post was answered with " + response.status());
        } else if (unsent.length() > 0) {
            post();
        }
    }

    /** Sends no more polls, and says when the poll that waits has been answered. */
    void stopPolling(Runnable whenPaused) {
        polling = false;
        if (polls.isBusy()) {
            paused = whenPaused;
        } else {
            whenPaused.run();
        }
    }

    @Override
    boolean isCongested() {
        return posts.isBusy();
    }

    @Override
    void pause() {
        polls.pause();
    }

    @Override
    void resume() {
        polls.resume();
    }

    @Override
    public void close() {
        polling = false;
        polls.close();
        posts.close();
    }

    @Override
    void reset() {
        polling = false;
        polls.reset();
        posts.reset();
    }
}
