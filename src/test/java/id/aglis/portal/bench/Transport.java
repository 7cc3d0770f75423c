package id.aglis.portal.bench;

/** How a client reaches the server. */
public enum Transport {

    WEBSOCKET(WebSocketClient::new),
    POLLING(PollingClient::new),
    UPGRADE(UpgradingClient::new);

    private interface Opener {
        Client open(EventLoop loop, Target target, ClientListener listener);
    }

    private final Opener opener;

    Transport(Opener opener) {
        this.opener = opener;
    }

    public Client open(EventLoop loop, Target target, ClientListener listener) {
        return opener.open(loop, target, listener);
    }
}
