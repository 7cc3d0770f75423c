package id.aglis.portal.cluster;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * One run of one instance. The start time is part of the identity: an instance that restarts under its old name is a new one,
 * so nothing addressed to its former self is taken for its own.
 */
public record InstanceId(String name, Instant started) {

    public InstanceId {
        requireNonNull(name, "An instance has a name.");
        requireNonNull(started, "An instance has a time of start.");
    }

    @Override
    public String toString() {
        return name + "@" + started.toEpochMilli();
    }
}
