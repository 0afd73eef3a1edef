package io.dualsight.store;

import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * Waits at the start for a database that does not answer yet, as after a power cut that took both, and says what it
 * waits for. One that answers and refuses is for a person to put right, and is not waited for.
 */
final class DatabaseWait {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseWait.class);
    /** With the pool's own 3 seconds each, two minutes: whoever starts the console tries again after that. */
    private static final int TRIES = 24;

    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final DataSource database;
    private final Duration pause;

    DatabaseWait(DataSource database) {
        this(database, PAUSE);
    }

    DatabaseWait(DataSource database, Duration pause) {
        this.database = database;
        this.pause = pause;
    }

    /** Returns once it answers; throws what it said last. */
    void await() {
        SQLException away = ask();
        if (away != null) {
            LOG.warn("The database is away; waiting for it: {}", away.getMessage());
        }
        for (int i = 1; away != null && i < TRIES; i++) {
            rest();
            away = ask();
        }
        if (away != null) {
            throw new DataAccessResourceFailureException("no database", away);
        }
    }

    /** Why it does not answer; absent where it does. */
    private @Nullable SQLException ask() {
        try {
            database.getConnection().close();
            return null;
        } catch (SQLException e) {
            SQLException cause = e.getCause() instanceof SQLException sql ? sql : e;
            if (isAway(cause)) {
                return cause;
            }
            throw new DataAccessResourceFailureException("the database refuses the console", cause);
        }
    }

    /** Nothing answers there, or it says that it starts or stops: classes 08 and 57P of SQL states. */
    private static boolean isAway(SQLException cause) {
        String state = String.valueOf(cause.getSQLState());
        return state.startsWith("08") || state.startsWith("57P");
    }

    private void rest() {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DataAccessResourceFailureException("the console stops", e);
        }
    }
}
