package io.dualsight.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.datasource.AbstractDataSource;

class DatabaseWaitTests {

    @Test
    void waitsUntilTheDatabaseAnswers() {
        Late database = new Late(3, "08001");
        new DatabaseWait(database, Duration.ZERO).await();
        assertThat(database.asked).isEqualTo(4);
        Late starting = new Late(1, "57P03");
        new DatabaseWait(starting, Duration.ZERO).await();
        assertThat(starting.asked).isEqualTo(2);
    }

    @Test
    void givesUpInTheEndAndSaysWhatWasWrong() {
        Late database = new Late(Integer.MAX_VALUE, "08001");
        assertThatThrownBy(new DatabaseWait(database, Duration.ZERO)::await)
                .isInstanceOf(DataAccessResourceFailureException.class)
                .rootCause()
                .hasMessage("not now");
        assertThat(database.asked).isEqualTo(24);
    }

    @Test
    void doesNotWaitForOneThatRefuses() {
        Late database = new Late(1, "28P01");
        assertThatThrownBy(new DatabaseWait(database, Duration.ZERO)::await).hasMessageContaining("refuses");
        assertThat(database.asked).isEqualTo(1);
    }

    /** Answers after so many tries; until then as a pool does, with the cause inside. */
    private static final class Late extends AbstractDataSource {
        private final int failures;
        private final String state;
        private int asked;

        Late(int failures, String state) {
            this.failures = failures;
            this.state = state;
        }

        @Override
        public Connection getConnection() throws SQLException {
            asked++;
            if (asked <= failures) {
                throw new SQLTransientConnectionException(
                        "timed out after 3000ms", state, new SQLException("not now", state));
            }
            return DriverManager.getConnection("jdbc:h2:mem:late");
        }

        @Override
        public Connection getConnection(String username, String password) throws SQLException {
            return getConnection();
        }
    }
}
