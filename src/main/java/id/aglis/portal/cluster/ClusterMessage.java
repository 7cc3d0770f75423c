package id.aglis.portal.cluster;

import java.io.Serializable;

/** The one clustered CDI event. It holds nothing but bytes, so that two versions of the application can share a cluster. */
record ClusterMessage(byte[] bytes) implements Serializable {
}
