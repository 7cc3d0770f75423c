package id.aglis.portal.engineio;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Optional;

/** Cuts the connections of clients that send a request behind a poll that was not answered yet; {@link ServletLink} says why. */
final class PipeliningFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    /** One for all servers of the web application, and for everything else in it. */
    static void mount(ServletContext context) {
        FilterRegistration.Dynamic filter = context.addFilter(PipeliningFilter.class.getName(), new PipeliningFilter());
        if (filter != null) {
            filter.setAsyncSupported(true);
            filter.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, "/*");
        }
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!cut(ContainerRequest.of(request))) {
            chain.doFilter(request, response);
        }
    }

    /** Also called by filters that may come before this one. @return whether the request was one of those */
    static boolean cut(Optional<ContainerRequest> request) {
        boolean early = ServletLink.isServingPipelined();
        if (early) {
            request.flatMap(TcpConnection::of).ifPresent(TcpConnection::cut);
        }
        return early;
    }
}
