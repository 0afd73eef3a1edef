package io.dualsight.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.dualsight.store.TestDatabase;
import io.dualsight.store.TestStore;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class JobWatchLockTests {

    private static final Duration LONG = Duration.ofMinutes(1);

    @Parameter
    TestDatabase database;

    private JobWatchLock one;
    private JobWatchLock other;

    @BeforeEach
    void open() {
        DataSource source = database.empty();
        one = new JobWatchLock(TestStore.locks(source), Clock.systemUTC());
        other = new JobWatchLock(TestStore.locks(source), Clock.systemUTC());
    }

    @Test
    void letsOneConsoleWatchAClusterAndAnotherAnother() {
        assertThat(one.hold("edge", LONG)).isTrue();
        assertThat(other.hold("edge", LONG)).isFalse();
        assertThat(other.hold("core", LONG)).isTrue();
    }

    @Test
    void isHeldOnByWhoeverHasIt() {
        assertThat(one.hold("edge", LONG)).isTrue();
        assertThat(one.hold("edge", LONG)).isTrue();
        assertThat(other.hold("edge", LONG)).isFalse();
    }

    @Test
    void isFreeOnceItIsGivenBack() {
        assertThat(one.hold("edge", LONG)).isTrue();
        one.release("edge");
        assertThat(other.hold("edge", LONG)).isTrue();
        assertThat(one.hold("edge", LONG)).isFalse();
    }

    @Test
    void isFreeOnceItsHolderIsSilent() throws InterruptedException {
        assertThat(one.hold("edge", Duration.ofMillis(200))).isTrue();
        assertThat(other.hold("edge", LONG)).isFalse();
        Thread.sleep(400);
        assertThat(other.hold("edge", LONG)).isTrue();
        assertThat(one.hold("edge", LONG)).as("it was lost meanwhile").isFalse();
    }

    @Test
    void takesTheLongestNameOfACluster() {
        assertThat(one.hold("c".repeat(63), LONG)).isTrue();
    }
}
