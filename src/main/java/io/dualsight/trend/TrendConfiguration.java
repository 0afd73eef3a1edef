package io.dualsight.trend;

import io.dualsight.store.FactsHistory;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts measuring together on the console's database, once Flyway has brought it up to date. */
@Configuration(proxyBeanMethods = false)
class TrendConfiguration {

    @Bean
    @DependsOnDatabaseInitialization
    StartFollower startFollower(DataSource database, FactsHistory history, Clock clock, MeterRegistry meters) {
        TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(database));
        new StartBackfill(new JdbcTemplate(database), transaction, history).run();
        return new StartFollower(new JdbcTemplate(database), clock, meters);
    }
}
