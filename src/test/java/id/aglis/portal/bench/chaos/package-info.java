/**
 * What becomes of thousands of clients and of REST calls while instances of the portal are killed, frozen, restarted, added and taken
 * away. Meets the portal as its users and its operator do, through the proxy and by {@code asadmin-scripts/portal}, and knows none of its
 * classes.
 *
 * <p>Start reading at {@link id.aglis.portal.bench.chaos.ChaosBenchmark}; for the clients at
 * {@link id.aglis.portal.bench.chaos.Subscriber}.
 */
package id.aglis.portal.bench.chaos;
