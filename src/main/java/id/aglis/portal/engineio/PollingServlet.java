package id.aglis.portal.engineio;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Where {@link Polling} meets the servlet API. */
final class PollingServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient Polling polling;
    private final transient Hangups hangups;
    private final transient Cors cors;

    PollingServlet(Polling polling, Hangups hangups) {
        this.polling = polling;
        this.hangups = hangups;
        this.cors = new Cors(polling.engine().config().origins());
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String rest = request.getPathInfo();
        RequestHead head = new ServletHead(request);
        if (rest != null && !rest.equals("/")) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (head.method().equals("OPTIONS")) {
            cors.preflight(head, response::addHeader);
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        } else {
            cors.permit(head, response::addHeader);
            polling.serve(new ServletExchange(request, response, polling.engine(), hangups));
        }
    }
}
