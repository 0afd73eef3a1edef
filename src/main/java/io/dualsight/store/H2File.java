package io.dualsight.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Has H2 write its file, or let go of it. */
final class H2File {

    private H2File() {}

    /**
     * Returns once what is committed is written.
     *
     * <p>Where that fails, the disk is full or gone, and H2 2.4 would go round in circles at the next statement of any
     * connection. So the file is let go of as it is; the next connection opens it again, with all that was written.
     *
     * @param how the kind of checkpoint
     */
    static void write(Connection connection, String how) throws SQLException {
        try {
            execute(connection, how);
        } catch (SQLException e) {
            letGo(connection, e);
            throw e;
        }
    }

    private static void letGo(Connection connection, SQLException reason) {
        try {
            execute(connection, "shutdown immediately");
        } catch (SQLException e) {
            // That it is closed now is said by an exception too.
            reason.addSuppressed(e);
        }
    }

    private static void execute(Connection connection, String command) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(command)) {
            statement.execute();
        }
    }
}
