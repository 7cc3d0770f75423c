package id.aglis.portal.cluster;

import com.hazelcast.config.Config;
import com.hazelcast.config.JoinConfig;
import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstance;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Members of a data grid in this virtual machine, on loopback. */
final class DataGrid implements AutoCloseable {

    private final String name = "test-" + UUID.randomUUID();
    private final List<Integer> ports;
    private final List<HazelcastInstance> members;

    DataGrid(int size) {
        this.ports = Stream.generate(DataGrid::freePort).limit(size).toList();
        this.members = ports.stream().map(port -> Hazelcast.newHazelcastInstance(config(port))).toList();
    }

    HazelcastInstance member(int index) {
        return members.get(index);
    }

    /** The member that keeps a ring; the data grid chooses it by the name. */
    HazelcastInstance ownerOf(String ring) {
        UUID owner = members.get(0).getPartitionService().getPartition(ring).getOwner().getUuid();
        return members.stream().filter(member -> member.getCluster().getLocalMember().getUuid().equals(owner)).findFirst().orElseThrow();
    }

    HazelcastInstance otherThan(HazelcastInstance member) {
        return members.stream().filter(other -> other != member).findFirst().orElseThrow();
    }

    @Override
    public void close() {
        members.forEach(member -> member.getLifecycleService().terminate());
    }

    private Config config(int port) {
        Config config = new Config().setClusterName(name)
                .setProperty("hazelcast.phone.home.enabled", "false")
                .setProperty("hazelcast.socket.bind.any", "false")
                .setProperty("hazelcast.shutdownhook.enabled", "false")
                .setProperty("hazelcast.wait.seconds.before.join", "0")
                .setProperty("hazelcast.partition.count", "11")
                .setProperty("hazelcast.operation.thread.count", "2")
                .setProperty("hazelcast.logging.type", "none");
        config.getJetConfig().setEnabled(false);
        config.getNetworkConfig().setPort(port).setPortAutoIncrement(false).getInterfaces().setEnabled(true).addInterface("127.0.0.1");
        JoinConfig join = config.getNetworkConfig().getJoin();
        join.getAutoDetectionConfig().setEnabled(false);
        join.getMulticastConfig().setEnabled(false);
        ports.forEach(other -> join.getTcpIpConfig().setEnabled(true).addMember("127.0.0.1:" + other));
        return config;
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
