package id.aglis.portal.cluster;

import com.hazelcast.cluster.Member;
import com.hazelcast.cluster.MembershipEvent;
import com.hazelcast.cluster.MembershipListener;
import com.hazelcast.core.EntryAdapter;
import com.hazelcast.core.EntryEvent;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.replicatedmap.ReplicatedMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The instances that follow a log, by the member of the data grid each of them is. Every member holds the whole list. */
final class Members implements MembershipListener, AutoCloseable {

    private final HazelcastInstance hazelcast;
    private final ReplicatedMap<String, String> instances;
    private final Set<String> own = ConcurrentHashMap.newKeySet();
    private final UUID listener;

    Members(HazelcastInstance hazelcast, String log) {
        this.hazelcast = hazelcast;
        this.instances = Opening.of(() -> hazelcast.getReplicatedMap(log + ".instances"));
        this.listener = hazelcast.getCluster().addMembershipListener(this);
    }

    void enter(InstanceId instance) {
        own.add(instance.toString());
        enterAgain();
    }

    /** Whom to tell that an instance has left, be it that its member is gone; on any thread. */
    void whenLeft(Consumer<String> left) {
        instances.addEntryListener(new EntryAdapter<String, String>() {
            @Override
            public void entryRemoved(EntryEvent<String, String> event) {
                left.accept(event.getKey());
            }
        });
    }

    /** After a split the list may be that of the other side. */
    void enterAgain() {
        String member = hazelcast.getCluster().getLocalMember().getUuid().toString();
        own.forEach(instance -> instances.put(instance, member));
    }

    /** Whether anybody else is there to be told. */
    boolean areSeveral() {
        return hazelcast.getCluster().getMembers().size() > 1;
    }

    boolean isThere(String instance) {
        return instances.containsKey(instance);
    }

    Set<String> names() {
        Set<String> alive = hazelcast.getCluster().getMembers().stream().map(Member::getUuid).map(UUID::toString).collect(Collectors.toSet());
        return instances.entrySet().stream().filter(instance -> alive.contains(instance.getValue())).map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** It enters by itself; but one that comes from the other side of a split has a list of its own, without those of this side. */
    @Override
    public void memberAdded(MembershipEvent event) {
        enterAgain();
    }

    @Override
    public void memberRemoved(MembershipEvent event) {
        String member = event.getMember().getUuid().toString();
        Map.copyOf(instances).forEach((instance, its) -> {
            if (its.equals(member)) {
                instances.remove(instance);
            }
        });
    }

    @Override
    public void close() {
        hazelcast.getCluster().removeMembershipListener(listener);
        own.forEach(instances::remove);
    }
}
