package io.dualsight.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;

class DatabaseFailureAnalyzerTests {

    private final FailureAnalyzer analyzer = new DatabaseFailureAnalyzer();

    @Test
    void saysThatAnotherConsoleHoldsTheFile() {
        FailureAnalysis analysis = analyze(new SQLException("Database may be already in use: x.mv.db", "90020", 90020));
        assertThat(analysis.getDescription()).contains("another console").contains("x.mv.db");
        assertThat(analysis.getAction()).contains("spring.datasource.url");
    }

    @Test
    void saysThatTheDiskIsFull() {
        SQLException cause =
                new SQLException("IO Exception", "90028", 90028, new IOException("No space left on device"));
        assertThat(analyze(cause).getDescription()).contains("disk of the database is full");
    }

    @Test
    void saysThatTheDatabaseIsAwayOrRefuses() {
        assertThat(analyze(new SQLException("Connection refused", "08001")).getAction())
                .contains("is up");
        assertThat(analyze(new SQLException("password failed", "28P01")).getAction())
                .contains("password");
        assertThat(analyze(new SQLException("no such database", "3D000")).getAction())
                .contains("url");
    }

    @Test
    void leavesOtherFailuresToOthers() {
        assertThat(analyze(new SQLException("syntax error", "42601"))).isNull();
        assertThat(analyze(new IllegalStateException("no database in this"))).isNull();
    }

    @Test
    void isKnownToTheStart() throws IOException {
        try (InputStream in = getClass().getResourceAsStream("/META-INF/spring.factories")) {
            Properties factories = new Properties();
            factories.load(in);
            assertThat(factories)
                    .containsEntry(FailureAnalyzer.class.getName(), DatabaseFailureAnalyzer.class.getName());
        }
    }

    private FailureAnalysis analyze(Throwable cause) {
        return analyzer.analyze(new IllegalStateException("the context did not start", cause));
    }
}
