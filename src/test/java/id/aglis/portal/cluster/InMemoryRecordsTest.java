package id.aglis.portal.cluster;

import java.time.Duration;

class InMemoryRecordsTest extends RecordsContract {

    private long now;

    @Override
    Records[] create(RecordsConfig config) {
        Records records = new InMemoryRecords(config, () -> now);
        return new Records[] {records, records};
    }

    @Override
    void pass(Duration time) {
        now += time.toMillis();
    }
}
