package io.dualsight.store;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Connections to an H2 file whose commits are in the file when they return, so that a console that is killed has not
 * shown a token that nobody knows. H2 itself writes half a second later. Its own setting for this is not used: one
 * thread of H2's does both, writes what is late and moves together what is still needed, and {@code WRITE_DELAY=0} ends
 * that thread (H2 2.4, {@code FileStore.setAutoCommitDelay} and {@code writeInBackground}), so that the file would keep
 * its gaps for as long as the console runs.
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
            if (arguments == null || arguments.length == 0 || !(arguments[0] instanceof String text)) {
                return false;
            }
            String sql = text.stripLeading().toLowerCase(Locale.ROOT);
            return sql.startsWith("select") || sql.startsWith("checkpoint") || sql.startsWith("shutdown");
        }

        private void write() throws SQLException {
            wrote = false;
            H2File.write(connection, "checkpoint");
        }
    }
}
