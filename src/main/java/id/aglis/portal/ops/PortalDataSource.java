package id.aglis.portal.ops;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.spi.ConfigProviderResolver;

/**
 * Opens connections to the database that the configuration names: {@code portal.db.url} with user and password, or else H2 in a file below
 * {@code portal.home}. The container pools them under {@code java:app/jdbc/portal} (web.xml).
 */
public class PortalDataSource implements DataSource {

    /** Named, because the driver registry of the JVM does not see the libraries of a web application. */
    private static final List<Driver> DRIVERS = List.of(new org.postgresql.Driver(), new org.h2.Driver());
    /** Waits for row locks as long as PostgreSQL would before a person gives up; the file is closed with the last connection's JVM only. */
    private static final String H2_OPTIONS = ";LOCK_TIMEOUT=10000;DB_CLOSE_DELAY=-1;DB_CLOSE_ON_EXIT=FALSE";

    /** For a connection to PostgreSQL, whose driver would wait for a machine that is gone as long as the network does. */
    private static final String LOGIN_SECONDS = "3";

    private final boolean patient;

    /**
     * As the container makes it: a statement is given up after {@code portal.db.statement-time}, and a database that says nothing for
     * {@code portal.db.answer-time} has lost the connection.
     */
    public PortalDataSource() {
        this(false);
    }

    private PortalDataSource(boolean patient) {
        this.patient = patient;
    }

    /** One whose statements may take as long as they like. */
    static PortalDataSource patient() {
        return new PortalDataSource(true);
    }

    @Override
    public Connection getConnection() throws SQLException {
        Config config = config();
        return getConnection(config.getOptionalValue("portal.db.user", String.class).orElse("portal"),
                config.getOptionalValue("portal.db.password", String.class).orElse(""));
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        Properties login = new Properties();
        login.setProperty("user", user);
        login.setProperty("password", password);
        if (isPostgres()) {
            login.setProperty("loginTimeout", LOGIN_SECONDS);
            login.setProperty("socketTimeout", patient ? "0" : Long.toString(duration("portal.db.answer-time").toSeconds()));
        }
        Connection connection = driver(url()).connect(url(), login);
        if (!patient) {
            limitStatements(connection);
        }
        return connection;
    }

    /** Once for a connection: the pool would tell a remote database before every statement. */
    private static void limitStatements(Connection connection) throws SQLException {
        long millis = duration("portal.db.statement-time").toMillis();
        try (Statement statement = connection.createStatement()) {
            statement.execute("set " + (isPostgres() ? "statement_timeout = " : "query_timeout ") + millis);
        } catch (SQLException failure) {
            connection.close();
            throw failure;
        }
    }

    private static Duration duration(String key) {
        return config().getValue(key, Duration.class);
    }

    private static boolean isPostgres() {
        return url().startsWith("jdbc:postgresql:");
    }

    static String url() {
        Config config = config();
        return config.getOptionalValue("portal.db.url", String.class).orElseGet(() -> inFile(config.getValue("portal.home", String.class)));
    }

    private static String inFile(String home) {
        return "jdbc:h2:file:" + Path.of(home, "database", "portal").toAbsolutePath().normalize() + H2_OPTIONS;
    }

    private static Driver driver(String url) throws SQLException {
        for (Driver driver : DRIVERS) {
            if (driver.acceptsURL(url)) {
                return driver;
            }
        }
        throw new SQLException("portal.db.url must be the URL of a PostgreSQL or an H2 database.");
    }

    /** The pool opens connections on threads that have no context class loader. */
    private static Config config() {
        return ConfigProviderResolver.instance().getConfig(PortalDataSource.class.getClassLoader());
    }

    @Override
    public PrintWriter getLogWriter() {
        return DriverManager.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) {
        DriverManager.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) {
        DriverManager.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() {
        return DriverManager.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException("The drivers log for themselves.");
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLException("Nothing is wrapped here.");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
