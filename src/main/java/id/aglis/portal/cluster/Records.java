package id.aglis.portal.cluster;

import java.util.Optional;
import java.util.Set;

/**
 * What instances remember for each other, under keys of the caller's choice: bytes, opaque to this package, so that two versions of the
 * application can run side by side. A record outlives the instance that wrote it, and ends by itself a time after it was last written.
 *
 * <p>Every call may wait for other instances, and fails with an {@link IllegalStateException} when they do not answer. A record is changed
 * only by those who know how it stands, so that of several who change it at a time, one does.
 */
public interface Records extends AutoCloseable {

    Optional<byte[]> find(String key);

    /** Writes the first record under a key. @return false when there is one */
    boolean add(String key, byte[] record);

    /** Writes in place of a record that has not changed since. @return false when it has changed, or is no more */
    boolean replace(String key, byte[] expected, byte[] record);

    /** Removes a record that has not changed since. @return false when it has changed, or is no more */
    boolean remove(String key, byte[] expected);

    /** The keys of all records there are; a costly question, for seldom occasions. */
    Set<String> keys();

    @Override
    void close();
}
