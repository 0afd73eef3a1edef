package io.dualsight.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;

/** The databases that the store must work on, each started once and brought up by the console's own migrations. */
public enum TestDatabase {
    H2("h2") {
        @Override
        String start() throws IOException {
            Path folder = Files.createTempDirectory("dualsight-h2");
            folder.toFile().deleteOnExit();
            return "jdbc:h2:file:" + folder.resolve("store") + ";DB_CLOSE_ON_EXIT=FALSE";
        }
    },
    POSTGRESQL("postgresql") {
        @Override
        String start() throws IOException {
            // Stops with the JVM.
            return EmbeddedPostgres.start().getJdbcUrl("postgres", "postgres");
        }
    };

    private static final List<String> CHILDREN_FIRST = List.of(
            "retention_run",
            "job_lock",
            "alert_message",
            "alert_channel",
            "saved_view",
            "node_trait",
            "finding_event",
            "finding_batch",
            "finding",
            "fleet_member",
            "judging_pass",
            "fleet_load",
            "node_load",
            "node_arrival",
            "start_open",
            "start_day",
            "start_attempt",
            "start_run",
            "start_event",
            "report",
            "facts",
            "node_change",
            "node_rule",
            "node_judgement",
            "agent",
            "node_pulse",
            "node",
            "cluster",
            "cluster_node",
            "cluster_watch");

    private final String vendor;
    private DataSource started;

    TestDatabase(String vendor) {
        this.vendor = vendor;
    }

    abstract String start() throws IOException;

    /** The same database each time, with empty tables. */
    public synchronized DataSource empty() {
        if (started == null) {
            started = connect(url());
            migrate(started);
        }
        JdbcTemplate jdbc = new JdbcTemplate(started);
        CHILDREN_FIRST.forEach(table -> jdbc.update("delete from " + table));
        jdbc.update("update fleet_revision set revision = revision + 1");
        return started;
    }

    public void migrate(DataSource database) {
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration", "classpath:db/vendor/" + vendor)
                .load()
                .migrate();
    }

    private String url() {
        try {
            return start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static DataSource connect(String url) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(url.startsWith("jdbc:h2") ? "sa" : "postgres");
        config.setMaximumPoolSize(8);
        config.setConnectionTimeout(2_000);
        return new HikariDataSource(config);
    }
}
