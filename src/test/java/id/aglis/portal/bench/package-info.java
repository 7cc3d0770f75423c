/**
 * The benchmarks: one load generator on raw sockets, the scenarios it plays, and the servers that are measured side by side with it; and
 * the tests of endurance, which do harm with the same clients: visits without end, readers that stall, attackers.
 * Knows the wire (Engine.IO 4, Socket.IO 5) and nothing of the product's classes, so that every server is met in exactly the same way.
 *
 * <p>Start reading at {@link id.aglis.portal.bench.Benchmark}; for the load itself at {@link id.aglis.portal.bench.LoadGenerator}; for
 * harm at {@link id.aglis.portal.bench.Visits} and {@link id.aglis.portal.bench.Attacks}.
 */
package id.aglis.portal.bench;
