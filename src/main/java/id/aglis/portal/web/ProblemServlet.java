package id.aglis.portal.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The error page of everything that is not REST: the same problem documents, and no page of the server's that names its version. */
@WebServlet(urlPatterns = "/problems/page", asyncSupported = true)
public class ProblemServlet extends HttpServlet {

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        response.setStatus(status);
        response.setContentType(Problem.MEDIA_TYPE);
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter().write(status == 404
                ? new Problem(status, "not-found", "Not found", "There is nothing at this address.").json()
                : new Problem(status, "http-" + status, "Not answered", "The request cannot be answered.").json());
    }
}
