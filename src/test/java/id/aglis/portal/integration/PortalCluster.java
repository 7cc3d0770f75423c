package id.aglis.portal.integration;

import id.aglis.portal.PortalProcess;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.h2.tools.Server;

/** Instances of one portal on a database server of their own, with {@link #PASSWORD} for the administrator; gone when closed. */
final class PortalCluster implements AutoCloseable {

    static final String PASSWORD = "known-to-the-tests";

    private final Server database;
    private final String url;
    private final List<PortalProcess> instances = new ArrayList<>();

    private PortalCluster(PortalProcess.Home home) throws SQLException {
        database = Server.createTcpServer("-tcpPort", "0", "-ifNotExists", "-baseDir", home.directory().toString()).start();
        url = "jdbc:h2:tcp://127.0.0.1:" + database.getPort() + "/./portal;LOCK_TIMEOUT=10000;DB_CLOSE_DELAY=-1";
        home.with("PORTAL_DB_URL", url).with("PORTAL_ADMIN_PASSWORD", PASSWORD);
    }

    static PortalCluster start(PortalProcess.Home home, int instances) throws SQLException {
        PortalCluster cluster = new PortalCluster(home);
        try {
            for (int i = 0; i < instances; i++) {
                cluster.instances.add(home.start());
            }
            return cluster;
        } catch (AssertionError e) {
            cluster.close();
            throw e;
        }
    }

    /** @param index from 0 */
    PortalProcess instance(int index) {
        return instances.get(index);
    }

    /** Somebody at that instance. */
    PortalClient signIn(int index, String username) {
        return PortalClient.at(instance(index).uri()).signIn(username, PASSWORD);
    }

    String databaseUrl() {
        return url;
    }

    @Override
    public void close() {
        instances.forEach(PortalProcess::close);
        database.stop();
    }
}
