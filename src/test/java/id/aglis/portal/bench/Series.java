package id.aglis.portal.bench;

import org.HdrHistogram.Histogram;

/**
 * A series of broadcasts in a cluster.
 *
 * @param micros    latency of all deliveries, in microseconds
 * @param integrity of everything the sockets have heard since they connected
 */
record Series(Broadcasts broadcasts, Histogram micros, Integrity integrity) {

    static Series none(double offered) {
        return new Series(Broadcasts.none(offered), new Histogram(3), new Integrity(1, 0, 0));
    }
}
