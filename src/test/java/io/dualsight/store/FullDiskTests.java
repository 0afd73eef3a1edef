package io.dualsight.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** H2 on a disk that is full while reports come in, and then has room again. */
class FullDiskTests {

    private static final int TRIES = 30;
    private static final long PAUSE_MILLIS = 100;

    @TempDir
    Path folder;

    @AfterEach
    void makeRoom() {
        SmallDisk.fill(false);
    }

    @Test
    void asksSendersToComeAgainAndHasAllThatItAcknowledgedOnceThereIsRoom() throws InterruptedException {
        SmallDisk.register();
        DataSource pool = pool("jdbc:h2:small:" + folder.resolve("store"));
        TestDatabase.H2.migrate(pool);
        try (TestStore store = TestStore.on(pool)) {
            List<UUID> acknowledged = new ArrayList<>(List.of(keep(store, 0)));
            SmallDisk.fill(true);
            for (int second = 1; second < 4; second++) {
                Said refused = said(second);
                assertThatThrownBy(() -> store.take(refused))
                        .isInstanceOf(CompletionException.class)
                        .hasCauseInstanceOf(StoreUnavailableException.class);
            }
            SmallDisk.fill(false);
            acknowledged.add(keepAtLast(store));

            assertThat(new JdbcTemplate(pool).queryForList("select report_id from report", UUID.class))
                    .doesNotHaveDuplicates()
                    .containsAll(acknowledged);
        }
    }

    /** As the console has it. */
    private static DataSource pool(String url) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        pool.setUsername("sa");
        pool.setMaximumPoolSize(4);
        DatabaseTuning tuning = new DatabaseTuning();
        tuning.postProcessBeforeInitialization(pool, "dataSource");
        return (DataSource) tuning.postProcessAfterInitialization(pool, "dataSource");
    }

    private static Said said(int second) {
        return Said.by("n1").at(Said.START.plusSeconds(second));
    }

    private static UUID keep(TestStore store, int second) {
        Said said = said(second);
        assertThat(store.take(said)).containsExactly(Outcome.STORED);
        return said.report().origin().reportId();
    }

    /** As an agent does: again and again, without anybody starting the console anew. */
    private static UUID keepAtLast(TestStore store) throws InterruptedException {
        Throwable refusal = null;
        for (int i = 0; i < TRIES; i++) {
            Said said = said(100);
            refusal = catchThrowable(() -> store.take(said));
            if (refusal == null) {
                return said.report().origin().reportId();
            }
            Thread.sleep(PAUSE_MILLIS);
        }
        throw new AssertionError("refused although there is room", refusal);
    }
}
