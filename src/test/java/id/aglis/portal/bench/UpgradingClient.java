package id.aglis.portal.bench;

import java.nio.ByteBuffer;

/** Starts with long-polling and upgrades to WebSocket, as a browser does; connected once the upgrade is complete. */
final class UpgradingClient extends Client implements ClientListener, WebSocket.Listener {

    private final EventLoop loop;
    private final Target target;
    private final PollingClient polling;
    private WebSocket socket;
    private boolean upgraded;

    UpgradingClient(EventLoop loop, Target target, ClientListener listener) {
        super(listener);
        this.loop = loop;
        this.target = target;
        this.polling = new PollingClient(loop, target, this);
    }

    @Override
    public String auth(Client client) {
        return auth();
    }

    @Override
    public void admitted(Client client, String answer) {
        admitted(answer);
    }

    @Override
    public void connected(Client client) {
        socket = new WebSocket(loop, target.address(), polling.upgradePath(), this);
    }

    @Override
    public void socketOpened() {
        socket.send(ascii("2probe"));
    }

    @Override
    public void message(ByteBuffer bytes, int from, int to) {
        if (upgraded) {
            receive(bytes, from, to);
        } else {
            polling.stopPolling(this::upgrade);
        }
    }

    private void upgrade() {
        socket.send(ascii("5"));
        upgraded = true;
        polling.close();
        connected();
    }

    @Override
    public void packet(Client client, ByteBuffer bytes, int from, int to) {
        receive(bytes, from - 1, to);
    }

    @Override
    void send(String enginePacket) {
        if (upgraded) {
            socket.send(ascii(enginePacket));
        } else {
            polling.send(enginePacket);
        }
    }

    @Override
    boolean isCongested() {
        return upgraded ? socket.isCongested() : polling.isCongested();
    }

    @Override
    void pause() {
        if (upgraded) {
            socket.pause();
        } else {
            polling.pause();
        }
    }

    @Override
    void resume() {
        if (upgraded) {
            socket.resume();
        } else {
            polling.resume();
        }
    }

    @Override
    void reset() {
        polling.reset();
        if (socket != null) {
            socket.reset();
        }
    }

    @Override
    public void close() {
        polling.close();
        if (socket != null) {
            socket.close();
        }
    }

    @Override
    public void closed(Client client, String reason) {
        closed(reason);
    }

    @Override
    public void socketClosed(String reason) {
        closed(reason);
    }
}
