package id.aglis.portal.realtime;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/**
 * On which instances a user is connected; crosses instances as bytes, with a version.
 *
 * @param instances in text form
 */
record PresenceRecord(Set<String> instances) {

    private static final String VERSION = "1";
    private static final String SEPARATOR = "\n";

    /** @throws IllegalArgumentException when the bytes are of a version unknown here */
    static PresenceRecord of(byte[] bytes) {
        String[] parts = new String(bytes, StandardCharsets.UTF_8).split(SEPARATOR);
        if (!parts[0].equals(VERSION)) {
            throw new IllegalArgumentException("Version " + parts[0] + " of presence is unknown.");
        }
        Set<String> instances = new TreeSet<>();
        for (int i = 1; i < parts.length; i++) {
            instances.add(parts[i]);
        }
        return new PresenceRecord(instances);
    }

    byte[] toBytes() {
        return (VERSION + SEPARATOR + String.join(SEPARATOR, instances)).getBytes(StandardCharsets.UTF_8);
    }

    PresenceRecord with(String instance) {
        Set<String> more = new TreeSet<>(instances);
        more.add(instance);
        return new PresenceRecord(more);
    }

    PresenceRecord without(String instance) {
        Set<String> fewer = new TreeSet<>(instances);
        fewer.remove(instance);
        return new PresenceRecord(fewer);
    }

    PresenceRecord onlyOn(Collection<String> members) {
        Set<String> alive = new TreeSet<>(instances);
        alive.retainAll(members);
        return new PresenceRecord(alive);
    }

    boolean isEmpty() {
        return instances.isEmpty();
    }
}
