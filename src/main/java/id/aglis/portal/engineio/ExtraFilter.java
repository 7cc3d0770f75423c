package id.aglis.portal.engineio;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.filterchain.Filter;
import org.glassfish.grizzly.filterchain.FilterChain;
import org.glassfish.grizzly.filterchain.FilterChainBuilder;
import org.glassfish.grizzly.http.HttpServerFilter;

/**
 * A filter of ours in the chain of single connections, right before or behind the filter that reads HTTP. What is under way in the chain that
 * a connection had before goes on in that one.
 */
final class ExtraFilter {

    private final Filter filter;
    private final int offset;
    private final Map<FilterChain, FilterChain> chains = new ConcurrentHashMap<>();

    private ExtraFilter(Filter filter, int offset) {
        this.filter = filter;
        this.offset = offset;
    }

    static ExtraFilter beforeHttp(Filter filter) {
        return new ExtraFilter(filter, 0);
    }

    static ExtraFilter behindHttp(Filter filter) {
        return new ExtraFilter(filter, 1);
    }

    /** From the next bytes on. */
    void join(Connection<?> connection) {
        FilterChain chain = (FilterChain) connection.getProcessor();
        connection.setProcessor(chains.computeIfAbsent(chain, this::with));
    }

    private FilterChain with(FilterChain chain) {
        FilterChainBuilder builder = FilterChainBuilder.stateless().addAll(chain);
        builder.add(chain.indexOf(http(chain)) + offset, filter);
        return builder.build();
    }

    static HttpServerFilter http(FilterChain chain) {
        return (HttpServerFilter) chain.stream().filter(HttpServerFilter.class::isInstance).findFirst().orElseThrow();
    }
}
