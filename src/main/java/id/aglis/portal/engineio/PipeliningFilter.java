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

/** Cuts the connections of clients that send a request, for whatever, behind a poll that was not answered yet; {@link ServletLink} says why. */
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
        if (ServletLink.isServingPipelined()) {
            ContainerRequest.connection(request).ifPresent(TcpConnection::cut);
        } else {
            chain.doFilter(request, response);
        }
    }
}
