package io.dualsight.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class DatabaseTuningTests {

    private final DatabaseTuning tuning = new DatabaseTuning();

    @Test
    void hasAFileClosedByThePoolAndMadeSmallerAtEachStop() {
        assertThat(before("jdbc:h2:file:./data/any").getJdbcUrl())
                .isEqualTo("jdbc:h2:file:./data/any;DB_CLOSE_ON_EXIT=FALSE;MAX_COMPACT_TIME=5000;CACHE_SIZE=32768");
        assertThat(before("jdbc:h2:./any;max_compact_time=1;Cache_Size=1;DB_CLOSE_ON_EXIT=FALSE")
                        .getJdbcUrl())
                .isEqualTo("jdbc:h2:./any;max_compact_time=1;Cache_Size=1;DB_CLOSE_ON_EXIT=FALSE");
        assertThat(tuning.postProcessAfterInitialization(pool("jdbc:h2:file:./any"), "any"))
                .isInstanceOf(WrittenThroughDataSource.class);
    }

    @Test
    void letsGoOfConnectionsToAFileThatWasClosed() {
        SQLExceptionOverride override = before("jdbc:h2:file:./any").getExceptionOverride();
        assertThat(override.adjudicate(new SQLException("is already closed", "90121", 90121)))
                .isEqualTo(SQLExceptionOverride.Override.MUST_EVICT);
        assertThat(override.adjudicate(new SQLException("unique", "23505", 23505)))
                .isEqualTo(SQLExceptionOverride.Override.CONTINUE_EVICT);
    }

    @Test
    void leavesWhatIsInMemoryAlone() {
        assertThat(before("jdbc:h2:mem:any").getJdbcUrl()).isEqualTo("jdbc:h2:mem:any");
        HikariDataSource pool = pool("jdbc:h2:mem:any");
        assertThat(tuning.postProcessAfterInitialization(pool, "any")).isSameAs(pool);
    }

    @Test
    void letsPostgresqlInsertManyRowsWithOneStatement() {
        HikariDataSource pool = before("jdbc:postgresql://db/dualsight");
        assertThat(pool.getDataSourceProperties()).containsEntry("reWriteBatchedInserts", "true");
        assertThat(pool.getInitializationFailTimeout())
                .as("left to the wait for a database that is away")
                .isNegative();
    }

    private HikariDataSource before(String address) {
        return (HikariDataSource) tuning.postProcessBeforeInitialization(pool(address), "any");
    }

    private static HikariDataSource pool(String address) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(address);
        return pool;
    }
}
