package id.aglis.portal.cluster;

class InMemoryBroadcastLogTest extends BroadcastLogContract {

    @Override
    BroadcastLog create(int capacity) {
        return new InMemoryBroadcastLog(capacity);
    }
}
