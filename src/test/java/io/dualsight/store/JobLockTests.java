package io.dualsight.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import net.javacrumbs.shedlock.core.LockConfiguration;
import net.javacrumbs.shedlock.core.LockProvider;
import net.javacrumbs.shedlock.core.SimpleLock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;

@ParameterizedClass
@EnumSource
class JobLockTests {

    @Parameter
    TestDatabase database;

    private LockProvider one;
    private LockProvider another;

    @BeforeEach
    void open() {
        new JdbcTemplate(database.empty()).update("delete from job_lock");
        one = new JobConfiguration().lockProvider(database.empty());
        another = new JobConfiguration().lockProvider(database.empty());
    }

    @Test
    void givesAJobToOneConsoleAtATime() {
        SimpleLock held = lock(one, "purge", Duration.ofMinutes(1)).orElseThrow();

        assertThat(lock(another, "purge", Duration.ofMinutes(1))).isEmpty();
        assertThat(lock(another, "something else", Duration.ofMinutes(1))).isPresent();
        held.unlock();
        assertThat(lock(another, "purge", Duration.ofMinutes(1))).isPresent();
    }

    @Test
    void givesAJobToAnotherConsoleWhereItsOwnerDied() throws InterruptedException {
        assertThat(lock(one, "purge", Duration.ofMillis(50))).isPresent();
        Thread.sleep(100);
        assertThat(lock(another, "purge", Duration.ofMinutes(1))).isPresent();
    }

    private static Optional<SimpleLock> lock(LockProvider console, String job, Duration longest) {
        return console.lock(new LockConfiguration(Instant.now(), job, longest, Duration.ZERO));
    }
}
