package io.dualsight.store;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Connections to an H2 file whose commits are in the file when they return, so that a console that is killed has not
 * shown a token that nobody knows. H2 itself writes half a second later; its own setting for this, {@code
 * WRITE_DELAY=0}, also ends its housekeeping, and the file grows without end.
 */
final class WrittenThroughDataSource extends DelegatingDataSource {

    WrittenThroughDataSource(DataSource database) {
        super(database);
    }

    @Override
    public Connection getConnection() throws SQLException {
        return watched(super.getConnection());
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        return watched(super.getConnection(username, password));
    }

    private static Connection watched(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                WrittenThroughDataSource.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                new Watched(connection));
    }

    /** Notices what writes, and has it written when it is committed. */
    private static final class Watched implements InvocationHandler {

        private final Connection connection;
        private boolean wrote;

        Watched(Connection connection) {
            this.connection = connection;
        }

        @Override
        public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
            String name = method.getName();
            wrote = wrote || (name.startsWith("prepare") || name.equals("createStatement")) && !reads(arguments);
            if (name.equals("close") && wrote && !connection.isClosed() && connection.getAutoCommit()) {
                write();
            }
            try {
                Object result = method.invoke(connection, arguments);
                if (name.equals("commit") && wrote) {
                    write();
                }
                return result;
            } catch (InvocationTargetException e) {
                throw e.getCause() == null ? e : e.getCause();
            }
        }

        private static boolean reads(Object @Nullable [] arguments) {
            return arguments != null
                    && arguments.length > 0
                    && arguments[0] instanceof String sql
                    && sql.stripLeading().toLowerCase(Locale.ROOT).startsWith("select");
        }

        private void write() throws SQLException {
            try (Statement statement = connection.createStatement()) {
                statement.execute("checkpoint");
            }
            wrote = false;
        }
    }
}
