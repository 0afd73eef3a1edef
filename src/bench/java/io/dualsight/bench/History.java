package io.dualsight.bench;

import io.dualsight.bench.Results.Bar;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.atomic.AtomicBoolean;

/** A long history: put beneath a store that is asleep, exported, and deleted by the day while reports come in. */
final class History {

    /** With it, the oldest day with reports is one too many, and the only one. */
    static final String SHORTER = "--dualsight.retention.reports=5d";

    private static final int DAYS = 5;
    private static final int OLDEST = 6;
    private static final int EXPORTED = 1_000_000;
    private static final int NODES_AT_ONCE = 500;

    /** Retention begins a minute after the start; by then the console has compiled what it runs. */
    private static final Duration REPORTING = Duration.ofSeconds(90);

    private final Results results;
    private final Database database;
    private final String url;
    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);
    private long perNodeAndDay;

    History(Results results, Database database, String url) {
        this.results = results;
        this.database = database;
        this.url = url;
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(url, BareJdbc.user(url), "");
    }

    private LocalDate day(int index) {
        return today.minusDays(OLDEST - index);
    }

    private long stepMicros() {
        return Duration.ofDays(1).toNanos() / 1000 / perNodeAndDay;
    }

    /** So many rows, evenly over five days and 10,000 nodes, with facts that the nodes have. */
    void load(long rows) throws SQLException {
        perNodeAndDay = rows / DAYS / Fleet.NODES;
        long start = System.nanoTime();
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (int day = 0; day < DAYS; day++) {
                for (long node = 0; node < Fleet.NODES; node += NODES_AT_ONCE) {
                    statement.execute(insert(day(day), node));
                }
            }
            statement.execute(database == Database.H2 ? "checkpoint sync" : "vacuum analyze report");
        }
        results.row(
                Results.say("rows put beneath the store, over %d days of 10,000 nodes", DAYS),
                "%,d, %,.0f rows/s",
                perNodeAndDay * DAYS * Fleet.NODES,
                perNodeAndDay * DAYS * Fleet.NODES / ((System.nanoTime() - start) / 1e9));
    }

    /** A microsecond that no agent's clock says. */
    private String insert(LocalDate day, long firstNode) {
        String nodes = "(select id from node where id > " + firstNode + " and id <= " + (firstNode + NODES_AT_ONCE)
                + " order by id) node";
        String micros = "(cast(g.n as bigint) * " + stepMicros() + " + 123)";
        if (database == Database.H2) {
            return "insert into report (node_id, collected_at, report_id, received_after, said) select node.id,"
                    + " dateadd('MICROSECOND', " + micros + ", timestamp with time zone '" + day + " 00:00:00+00'),"
                    + " random_uuid(), 12, 13 from " + nodes + ", (select x as n from system_range(0, "
                    + (perNodeAndDay - 1) + ")) g";
        }
        return "insert into report_" + DateTimeFormatter.BASIC_ISO_DATE.format(day)
                + " (node_id, collected_at, report_id, received_after, said) select node.id, timestamptz '" + day
                + " 00:00:00+00' + " + micros + " * interval '1 microsecond', gen_random_uuid(), 12, 13 from " + nodes
                + ", generate_series(0, " + (perNodeAndDay - 1) + ") g (n)";
    }

    /** A million rows as CSV, once for the time and once for the memory. */
    void export(Console console) throws IOException, InterruptedException {
        OffsetDateTime from = day(2).atStartOfDay().atOffset(ZoneOffset.UTC);
        long each = Math.min(perNodeAndDay, EXPORTED / Fleet.NODES);
        String file = "reports.csv?from=" + from + "&to=" + from.plusNanos(each * stepMicros() * 1000);
        Csv csv = new Csv(console.port);
        Csv.Download timed = csv.download(file);
        double more = csv.heap(file, console);
        double rate = timed.rows() / timed.seconds();
        results.row(
                "reports.csv",
                Bar.atLeast(100_000, rate, " rows/s").and(Bar.atMost(64, more, " MiB more heap")),
                "%,d rows, %,.0f rows/s, %.0f MiB of live heap above idle",
                timed.rows(),
                rate,
                more);
    }

    /** The oldest day goes while single reports come in as fast as they are taken. */
    void retention(Console console, Fleet fleet) throws IOException, InterruptedException, SQLException {
        AtomicBoolean over = new AtomicBoolean();
        Load load = new Load(console.target(), fleet.endless(over), false);
        try (console) {
            console.start();
            Thread end = new Thread(() -> {
                pause(REPORTING);
                over.set(true);
            });
            end.start();
            load.run(64);
        }
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet run = statement.executeQuery(
                        "select started_at, worked_at, deleted, state from retention_run where step = 'reports'")) {
            if (!run.next()) {
                throw new IllegalStateException("retention did not run");
            }
            Instant from = run.getObject(1, OffsetDateTime.class).toInstant();
            Instant to = run.getObject(2, OffsetDateTime.class).toInstant();
            report(load, new Run(from, to, run.getLong(3), run.getString(4)));
        }
    }

    private void report(Load load, Run run) {
        double late = load.millis(99, run.from().minusMillis(500), run.to().plusMillis(500));
        Bar bar = Bar.atMost(100, late, " ms p99");
        results.row(
                "retention of the oldest day, reports coming in",
                database == Database.H2
                        ? bar
                        : Bar.atMost(1, run.seconds(), " s").and(bar),
                "%.2f s for %,d %s (%s); p99 of the reports meanwhile %.0f ms, in the 20 s before %.0f ms",
                run.seconds(),
                run.deleted(),
                database == Database.H2 ? "rows" : "partitions",
                run.state(),
                late,
                load.millis(99, run.from().minusSeconds(20), run.from()));
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** As the console wrote it. */
    private record Run(Instant from, Instant to, long deleted, String state) {

        double seconds() {
            return Duration.between(from, to).toMillis() / 1000.0;
        }
    }
}
