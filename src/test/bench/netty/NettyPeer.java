import com.corundumstudio.socketio.Configuration;
import com.corundumstudio.socketio.SocketConfig;
import com.corundumstudio.socketio.SocketIOServer;

/** The other server for Java, netty-socketio: measured beside the portal by "portal bench". Argument: the port. */
final class NettyPeer {

    private NettyPeer() { }

    public static void main(String[] arguments) {
        SocketIOServer server = new SocketIOServer(configuration(Integer.parseInt(arguments[0])));
        server.addEventListener("broadcast", String.class, (client, data, ack) -> server.getBroadcastOperations().sendEvent("broadcast", data));
        server.addEventListener("message-with-ack", String.class, (client, data, ack) -> ack.sendAckData(data));
        server.start();
        System.out.println("ready http://127.0.0.1:" + arguments[0]);
    }

    private static Configuration configuration(int port) {
        SocketConfig socket = new SocketConfig();
        socket.setReuseAddress(true);
        socket.setAcceptBackLog(4096);
        Configuration configuration = new Configuration();
        configuration.setHostname("127.0.0.1");
        configuration.setPort(port);
        configuration.setSocketConfig(socket);
        return configuration;
    }
}
