package io.dualsight.trend;

import io.dualsight.store.ChangeDays;
import io.dualsight.store.FactsHistory;
import io.dualsight.store.RetentionSettings;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
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

    @Bean
    @DependsOnDatabaseInitialization
    DayBlocks dayBlocks(DataSource database) {
        return new DayBlocks(new JdbcTemplate(database));
    }

    @Bean
    @DependsOnDatabaseInitialization
    Trends trends(DataSource database, DayBlocks days, ChangeDays changes) {
        return new TrendReader(new JdbcTemplate(database), days, changes);
    }

    @Bean
    WarmUp chartWarmUp(DayBlocks days, ChangeDays changes, Clock clock) {
        return new WarmUp(days, changes, clock);
    }

    @Bean
    StartBaselines startBaselines(DayBlocks days, Clock clock) {
        return new StartBaselines(days, clock);
    }

    @Bean
    @DependsOnDatabaseInitialization
    ArrivalFollower arrivalFollower(DataSource database) {
        return new ArrivalFollower(new JdbcTemplate(database));
    }

    @Bean
    @DependsOnDatabaseInitialization
    LoadFollower loadFollower(DataSource database) {
        return new LoadFollower(new JdbcTemplate(database));
    }

    @Bean
    @DependsOnDatabaseInitialization
    LoadDigest loadDigest(DataSource database, Clock clock) {
        TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(database));
        return new LoadDigest(new JdbcTemplate(database), transaction, clock);
    }

    @Bean
    @Order(4)
    StartRetention startRuns(DataSource database, RetentionSettings settings) {
        return new StartRetention(new JdbcTemplate(database), StartRetention.Table.RUNS, settings);
    }

    @Bean
    @Order(5)
    StartRetention startEvents(DataSource database, RetentionSettings settings) {
        return new StartRetention(new JdbcTemplate(database), StartRetention.Table.STARTS, settings);
    }

    @Bean
    @Order(6)
    StartRetention startAttempts(DataSource database, RetentionSettings settings) {
        return new StartRetention(new JdbcTemplate(database), StartRetention.Table.ATTEMPTS, settings);
    }

    @Bean
    @Order(7)
    StartRetention loads(DataSource database, RetentionSettings settings) {
        return new StartRetention(new JdbcTemplate(database), StartRetention.Table.LOADS, settings);
    }

    @Bean
    @Order(8)
    StartRetention fleetLoads(DataSource database, RetentionSettings settings) {
        return new StartRetention(new JdbcTemplate(database), StartRetention.Table.FLEET_LOADS, settings);
    }
}
