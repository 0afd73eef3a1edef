package io.dualsight.identity;

import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The audit on a database of a test. */
public final class TestAudit {

    private TestAudit() {}

    public static Audit on(DataSource database, Clock clock) {
        TransactionTemplate transactions = new TransactionTemplate(new DataSourceTransactionManager(database));
        return new Audit(JdbcClient.create(database), transactions, clock);
    }
}
