package io.dualsight.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

/** What the database can do at best: rows of the report table's shape in batches, on one connection, and nothing else. */
final class BareJdbc {

    private static final double SECONDS = 5;

    private BareJdbc() {}

    /** Rows a second with a commit after so many. */
    static double rowsPerSecond(String url, int batch) throws SQLException {
        String address = url + (url.startsWith("jdbc:postgresql") ? "&reWriteBatchedInserts=true" : "");
        try (Connection connection = DriverManager.getConnection(address, user(url), "")) {
            create(connection);
            insert(connection, batch, 1);
            double rate = insert(connection, batch, SECONDS);
            // The console's migrations want an empty database.
            execute(connection, "drop table bare");
            connection.commit();
            return rate;
        }
    }

    static String user(String url) {
        // The console names nobody to H2, which then makes its file for a user without a name.
        return url.startsWith("jdbc:h2") ? "" : "postgres";
    }

    private static void create(Connection connection) throws SQLException {
        execute(
                connection,
                "create table bare (node_id bigint not null, collected_at timestamp(6) with time zone not"
                        + " null, report_id uuid not null, received_after integer not null, said integer not null, primary"
                        + " key (node_id, collected_at))");
        connection.setAutoCommit(false);
        connection.commit();
    }

    private static double insert(Connection connection, int batch, double seconds) throws SQLException {
        OffsetDateTime first = OffsetDateTime.now(ZoneOffset.UTC);
        long rows = 0;
        long start = System.nanoTime();
        try (PreparedStatement insert = connection.prepareStatement("insert into bare (node_id, collected_at,"
                + " report_id, received_after, said) values (?, ?, ?, ?, ?)")) {
            while (System.nanoTime() - start < seconds * 1e9) {
                for (int i = 0; i < batch; i++, rows++) {
                    insert.setLong(1, rows % 10_000);
                    insert.setObject(2, first.plusSeconds(rows / 10_000));
                    insert.setObject(3, UUID.randomUUID());
                    insert.setInt(4, 12);
                    insert.setInt(5, 8);
                    insert.addBatch();
                }
                insert.executeBatch();
                connection.commit();
            }
        }
        double rate = rows / ((System.nanoTime() - start) / 1e9);
        execute(connection, "delete from bare");
        connection.commit();
        return rate;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
