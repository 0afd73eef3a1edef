package io.dualsight.store;

import java.sql.SQLException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in two lines why the database keeps the console from starting, instead of a stack trace. */
class DatabaseFailureAnalyzer extends AbstractFailureAnalyzer<SQLException> {

    /** H2's {@code DATABASE_ALREADY_OPEN_1}. */
    private static final int LOCKED = 90020;

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, SQLException cause) {
        String message = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
        if (has(rootFailure, each -> each instanceof SQLException sql && sql.getErrorCode() == LOCKED)) {
            return new FailureAnalysis(
                    "The database file is in use: another console runs on it. " + message,
                    "Stop that one, or give this one another file (spring.datasource.url). "
                            + "Several consoles share a PostgreSQL, never an H2 file.",
                    rootFailure);
        }
        if (has(rootFailure, each -> String.valueOf(each.getMessage()).contains("No space left on device"))) {
            return new FailureAnalysis(
                    "The disk of the database is full. " + message,
                    "Free some space and start again: what was acknowledged is in the file.",
                    rootFailure);
        }
        return connection(rootFailure, cause, message);
    }

    private static @Nullable FailureAnalysis connection(Throwable rootFailure, SQLException cause, String message) {
        String state = String.valueOf(cause.getSQLState());
        // class 08 of the SQL standard: connections; class 28: who may open one
        return state.startsWith("08") || state.startsWith("28") || state.equals("3D000")
                ? new FailureAnalysis(
                        "The database does not let the console in. " + message,
                        "Check spring.datasource.url, spring.datasource.username and spring.datasource.password, "
                                + "and that the database is up.",
                        rootFailure)
                : null;
    }

    private static boolean has(Throwable failure, Predicate<Throwable> wanted) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (wanted.test(each)) {
                return true;
            }
        }
        return false;
    }
}
