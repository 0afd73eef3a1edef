package io.dualsight.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What was acknowledged is in the H2 file after {@code kill -9}, in another process. */
class KilledProcessTests {

    private static final int ENOUGH = 40;

    @TempDir
    Path folder;

    @RepeatedTest(2)
    void keepsEveryReportThatWasAcknowledgedBeforeTheKill() throws IOException, InterruptedException {
        List<UUID> acknowledged = killWhile(Child.class);
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(ENOUGH);

        DataSource database = TestDatabase.connect(url(folder));
        assertThat(new JdbcTemplate(database).queryForList("select report_id from report", UUID.class))
                .doesNotHaveDuplicates()
                .containsAll(acknowledged);
    }

    @Test
    void keepsWhatAnybodyElseCommitted() throws IOException, InterruptedException {
        List<UUID> committed = killWhile(OtherChild.class);

        DataSource database = TestDatabase.connect(url(folder));
        assertThat(new JdbcTemplate(database).queryForList("select name from cluster", String.class))
                .containsAll(committed.stream().map(UUID::toString).toList());
    }

    private List<UUID> killWhile(Class<?> program) throws IOException, InterruptedException {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        program.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<UUID> acknowledged = new ArrayList<>();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
            String line = lines.readLine();
            while (line != null) {
                if (line.startsWith(Child.STORED)) {
                    acknowledged.add(UUID.fromString(line.substring(Child.STORED.length())));
                }
                if (acknowledged.size() == ENOUGH) {
                    // The handle's kill leaves the pipe open: what was said before the end counts too.
                    child.toHandle().destroyForcibly();
                }
                line = lines.readLine();
            }
        }
        assertThat(child.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return acknowledged;
    }

    private static String url(Path folder) {
        return "jdbc:h2:file:" + folder.resolve("store") + ";DB_CLOSE_ON_EXIT=FALSE";
    }

    /** Stores one report after the other and says so, until it is killed. */
    static final class Child {

        static final String STORED = "stored ";

        private Child() {}

        public static void main(String[] args) {
            DataSource database = TestDatabase.connect(url(Path.of(args[0])));
            TestDatabase.H2.migrate(database);
            TestStore store = new TestStore(database, new StoreSettings(100, 10, 100));
            for (int i = 0; ; i++) {
                Said said = Said.by("n" + i % 7).at(Said.START.plusSeconds(i));
                if (store.take(said).contains(Outcome.STORED)) {
                    System.out.println(STORED + said.report().origin().reportId());
                    System.out.flush();
                }
            }
        }
    }

    /** Commits through the console's data source, with a transaction and without, as pages do, until it is killed. */
    static final class OtherChild {

        private OtherChild() {}

        public static void main(String[] args) {
            DataSource pool = TestDatabase.connect(url(Path.of(args[0])));
            TestDatabase.H2.migrate(pool);
            DataSource database = (DataSource) new DatabaseTuning().postProcessAfterInitialization(pool, "dataSource");
            JdbcTemplate jdbc = new JdbcTemplate(database);
            TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(database));
            for (int i = 0; ; i++) {
                String id = UUID.randomUUID().toString();
                Object[] row = {id, UtcColumn.of(Said.START)};
                String insert = "insert into cluster (name, first_seen_at) values (?, ?)";
                if (i % 2 == 0) {
                    jdbc.update(insert, row);
                } else {
                    transaction.executeWithoutResult(status -> jdbc.update(insert, row));
                }
                System.out.println(Child.STORED + id);
                System.out.flush();
            }
        }
    }
}
