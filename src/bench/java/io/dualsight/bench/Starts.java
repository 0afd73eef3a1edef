package io.dualsight.bench;

import java.sql.Connection;
import java.sql.Date;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Ninety days of a fleet's starts, attempts and changes, written into the tables as reports would have written them. */
final class Starts {

    static final int DAYS = 90;
    static final int CLUSTERS = 10;

    private static final int BATCH = 5000;
    private static final int COMMIT = 40 * BATCH;
    private static final List<String> VERSIONS = List.of("v1.31.4+rke2r1", "v1.31.5+rke2r1", "v1.31.6+rke2r1");
    private static final List<String> COMPONENTS = List.of("calico-node", "kubelet", "etcd", "kube-proxy");
    private static final List<String> VERDICTS = List.of("ok", "warning", "error");

    private final Random random = new Random(11);
    private final Instant end = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private final Connection connection;
    private final List<Long> nodes = new ArrayList<>();

    private Starts(Connection connection) {
        this.connection = connection;
    }

    /**
     * Fills the tables.
     *
     * @param starts how many samples; half as many attempts, and a tenth as many changes
     */
    static void write(String databaseUrl, int starts) throws SQLException {
        try (Connection connection = DriverManager.getConnection(databaseUrl)) {
            connection.setAutoCommit(false);
            Starts all = new Starts(connection);
            all.forget();
            all.spreadOverClusters();
            all.samples(starts);
            all.attempts(starts / 2);
            all.changes(starts / 10);
            all.days();
        }
    }

    /** The fleet's own starts, which would be in the way of those with the same second. */
    private void forget() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String table : List.of("start_event", "start_attempt", "start_day")) {
                statement.execute("delete from " + table);
            }
        }
        connection.commit();
    }

    private void spreadOverClusters() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (int i = 0; i < CLUSTERS; i++) {
                statement.execute(
                        "insert into cluster (name, first_seen_at) values ('bench-" + i + "', current_timestamp)");
            }
            statement.execute("update node set cluster = 'bench-' || right(name, 1)");
            try (var ids = statement.executeQuery("select id from node order by id")) {
                while (ids.next()) {
                    nodes.add(ids.getLong(1));
                }
            }
        }
        connection.commit();
    }

    /** One a node in turn, evenly over the days; every fiftieth without a sample. */
    private void samples(int count) throws SQLException {
        String sql = "insert into start_event (node_id, method, start_key, started_at, ready_at, ready_seconds, reason,"
                + " outcome, kind, version, cni, family, seen_at, doubt) values (?, 'SERVICE_START_TO_READY', ?, ?, ?, ?, ?,"
                + " ?, 'SERVICE_RESTART', ?, 'calico', 'ipv6-only', ?, ?)";
        batches(sql, count, (row, i) -> {
            Instant start = at(i, count);
            boolean measured = i % 50 != 0;
            long took = Math.round(100 * Math.exp(0.4 * random.nextGaussian()));
            row.setLong(1, nodes.get(i % nodes.size()));
            row.setString(2, String.valueOf(start.getEpochSecond()));
            row.setObject(3, start.atOffset(ZoneOffset.UTC));
            row.setObject(4, measured ? start.plusSeconds(took).atOffset(ZoneOffset.UTC) : null);
            row.setObject(5, measured ? (double) took : null);
            row.setString(6, measured ? null : "RESTART_NO_TRANSITION");
            row.setInt(7, i % 20 == 1 ? 0 : 1);
            row.setString(8, version(i, count));
            row.setObject(9, start.plusSeconds(took + 60).atOffset(ZoneOffset.UTC));
            row.setInt(10, measured ? -1 : 5);
        });
    }

    /** By the last digit of its name. */
    static String cluster(int node) {
        return "bench-" + node % CLUSTERS;
    }

    private void attempts(int count) throws SQLException {
        String sql = "insert into start_attempt (node_id, slot_start, component, version, cni, successes, failures,"
                + " excluded, pre_existing) values (?, ?, ?, ?, 'calico', ?, ?, 0, 0)";
        batches(sql, count, (row, i) -> {
            long quarter = Math.floorDiv(at(i, count).getEpochSecond(), 900) * 900;
            row.setLong(1, nodes.get(i % nodes.size()));
            row.setObject(2, Instant.ofEpochSecond(quarter).atOffset(ZoneOffset.UTC));
            row.setString(3, COMPONENTS.get(random.nextInt(COMPONENTS.size())));
            row.setString(4, version(i, count));
            row.setInt(5, i % 20 == 1 ? 0 : 1);
            row.setInt(6, i % 20 == 1 ? 1 : 0);
        });
    }

    private void changes(int count) throws SQLException {
        String sql =
                "insert into node_change (node_id, changed_at, what, before_value, after_value) values (?, ?, ?, ?, ?)";
        batches(sql, count, (row, i) -> {
            boolean upgrade = i % 5 == 0;
            row.setLong(1, nodes.get(random.nextInt(nodes.size())));
            row.setObject(2, at(i, count).plus(i % 1000, ChronoUnit.MICROS).atOffset(ZoneOffset.UTC));
            row.setString(3, upgrade ? "distributionVersion" : "verdict");
            row.setString(4, upgrade ? VERSIONS.get(0) : VERDICTS.get(random.nextInt(VERDICTS.size())));
            row.setString(5, upgrade ? VERSIONS.get(1) : VERDICTS.get(random.nextInt(VERDICTS.size())));
        });
    }

    private void days() throws SQLException {
        List<LocalDate> days = LocalDate.ofInstant(end, ZoneOffset.UTC)
                .minusDays(DAYS)
                .datesUntil(LocalDate.ofInstant(end, ZoneOffset.UTC).plusDays(1))
                .toList();
        batches(
                "insert into start_day (start_date, revision) values (?, 1)",
                days.size(),
                (row, i) -> row.setDate(1, Date.valueOf(days.get(i))));
    }

    private Instant at(int i, int count) {
        return end.minusSeconds(DAYS * 24L * 3600 * (count - i) / count);
    }

    private static String version(int i, int count) {
        return VERSIONS.get(Math.min(VERSIONS.size() - 1, (int) ((long) i * VERSIONS.size() / count)));
    }

    private void batches(String sql, int count, Values values) throws SQLException {
        try (PreparedStatement row = connection.prepareStatement(sql)) {
            for (int i = 0; i < count; i++) {
                values.set(row, i);
                row.addBatch();
                if (i % BATCH == BATCH - 1 || i == count - 1) {
                    row.executeBatch();
                }
                // Few commits: each writes all pages that changed, and H2's file grows by them.
                if (i % COMMIT == COMMIT - 1 || i == count - 1) {
                    connection.commit();
                }
            }
        }
    }

    private interface Values {
        void set(PreparedStatement row, int i) throws SQLException;
    }
}
