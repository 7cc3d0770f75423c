package id.aglis.portal.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;

/**
 * Delivers the web application: an address of one of its pages is answered with {@code index.html}, which is never stored, so that a browser
 * always runs what is deployed; files with a hash in their name are stored for ever. Adds the security headers to everything.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class WebAppFilter extends HttpFilter {

    private static final String INDEX = "/index.html";
    private static final List<String> NOT_PAGES = List.of("/api", "/socket.io", "/health", "/openapi", "/metrics", "/assets");

    /** What the server would call ISO-8859-1. */
    private static final List<String> TEXT = List.of(".js", ".css", ".svg", ".webmanifest");

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws IOException, ServletException {
        SecurityHeaders.addTo(response);
        // Payara leaves it out; pages count down to deadlines by it, however wrong a phone's own clock is.
        response.setDateHeader("Date", System.currentTimeMillis());
        String path = request.getRequestURI();
        if (isPage(request, path) || TEXT.stream().anyMatch(path::endsWith)) {
            response.setCharacterEncoding("UTF-8");
        }
        if (path.startsWith("/assets/")) {
            chain.doFilter(request, new StoredForever(response));
        } else if (isPage(request, path)) {
            response.setHeader("Cache-Control", "no-store");
            request.getRequestDispatcher(INDEX).forward(request, response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean isPage(HttpServletRequest request, String path) {
        if (!"GET".equals(request.getMethod()) && !"HEAD".equals(request.getMethod())) {
            return false;
        }
        return path.equals(INDEX) || path.equals("/") || wantsHtml(request) && !isFile(path) && NOT_PAGES.stream().noneMatch(other -> within(path, other));
    }

    private static boolean wantsHtml(HttpServletRequest request) {
        String accept = request.getHeader("Accept");
        return accept != null && accept.contains("text/html");
    }

    private static boolean isFile(String path) {
        return path.substring(path.lastIndexOf('/') + 1).contains(".");
    }

    private static boolean within(String path, String folder) {
        return path.equals(folder) || path.startsWith(folder + "/");
    }
}
