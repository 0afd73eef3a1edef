package io.dualsight.identity;

import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The audit on a database of a test. */
public final class TestAudit {

    private TestAudit() {}

    public static Audit on(DataSource database, Clock clock) {
        return new Audit(JdbcClient.create(database), clock);
    }
}
