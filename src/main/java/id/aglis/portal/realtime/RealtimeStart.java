package id.aglis.portal.realtime;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;

/** Starts and stops the real-time server with the web application; only at that moment may servlets and endpoints be registered. */
@WebListener
public class RealtimeStart implements ServletContextListener {

    @Inject
    private RealtimeServer server;

    @Override
    public void contextInitialized(ServletContextEvent started) {
        server.start(started.getServletContext());
    }

    @Override
    public void contextDestroyed(ServletContextEvent stopped) {
        server.stop();
    }
}
