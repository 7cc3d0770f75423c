package id.aglis.portal.web;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Counts {@link OpenRequests}; those of sockets are answered before they come here. */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class OpenRequestsFilter extends HttpFilter {

    @Inject
    private transient OpenRequests open;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        open.begin();
        try {
            chain.doFilter(request, response);
        } finally {
            open.end();
        }
    }
}
