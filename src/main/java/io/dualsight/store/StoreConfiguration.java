package io.dualsight.store;

import io.dualsight.rule.RuleBook;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.DatabaseMetaData;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.function.SingletonSupplier;

/** Puts the store together on the console's database, once Flyway has brought it up to date. */
@Configuration(proxyBeanMethods = false)
class StoreConfiguration {

    @Bean
    @DependsOnDatabaseInitialization
    NodeStatuses nodeStatuses(DataSource database, Clock clock, ObjectProvider<SilenceFollower> followers) {
        JdbcTemplate jdbc = new JdbcTemplate(database);
        SingletonSupplier<List<SilenceFollower>> all =
                SingletonSupplier.of(() -> followers.orderedStream().toList());
        return new StatusReader(jdbc, new SilenceWatch(jdbc, transaction(database), clock, all), clock);
    }

    @Bean
    @DependsOnDatabaseInitialization
    NodeRevisions nodeRevisions(DataSource database) {
        return new NodeRevisions(new JdbcTemplate(database));
    }

    @Bean
    @DependsOnDatabaseInitialization
    NodeObjects nodeObjects(DataSource database) {
        return new NodeObjects(new JdbcTemplate(database), transaction(database));
    }

    @Bean
    @DependsOnDatabaseInitialization
    ChangeDays changeDays(DataSource database, Clock clock) {
        return new ChangeDays(new JdbcTemplate(database), clock);
    }

    @Bean
    @DependsOnDatabaseInitialization
    NodeHistory nodeHistory(DataSource database, ChangeDays days) {
        return new HistoryReader(new JdbcTemplate(database), days);
    }

    @Bean
    @DependsOnDatabaseInitialization
    FactsHistory factsHistory(DataSource database) {
        return new FactsReader(new JdbcTemplate(database));
    }

    @Bean
    @DependsOnDatabaseInitialization
    Dialect dialect(DataSource database, RetentionSettings retention) {
        JdbcTemplate jdbc = new JdbcTemplate(database);
        if (product(database).equals("H2")) {
            return new H2Dialect(jdbc);
        }
        // A part of a day is a day.
        long daysBack = retention.reports().plusDays(1).minusNanos(1).toDays() + 1;
        return new PostgresDialect(jdbc, new ReportPartitions(jdbc, transaction(database), daysBack));
    }

    @Bean
    @SuppressWarnings("ParameterNumber") // it is the bean's list
    Committer committer(
            DataSource database,
            Dialect dialect,
            StoreSettings settings,
            MeterRegistry meters,
            ObjectProvider<CommitFollower> followers) {
        BatchCommit batches = new BatchCommit(
                transaction(database),
                new JdbcTemplate(database),
                dialect,
                settings.nodesInMemory(),
                SingletonSupplier.of(() -> followers.orderedStream().toList()));
        return new Committer(batches, dialect, meters);
    }

    @Bean
    @SuppressWarnings("ParameterNumber") // it is the constructor's list
    GroupCommit reportStore(
            DataSource database,
            Committer committer,
            NodeStatuses statuses,
            StoreSettings settings,
            ReportSettings reports,
            RuleBook rules,
            MeterRegistry meters) {
        return new GroupCommit(
                settings,
                new Preparation(reports),
                committer,
                statuses,
                new StandingReader(new JdbcTemplate(database)),
                new Settled(settings.nodesInMemory(), rules.longestLimit()),
                meters);
    }

    @Bean
    @DependsOnDatabaseInitialization
    Fleet fleet(DataSource database, Clock clock, ApplicationEventPublisher events) {
        return new Fleet(new MemberTable(new JdbcTemplate(database)), clock, events::publishEvent);
    }

    @Bean
    @DependsOnDatabaseInitialization
    RetentionTable retentionRuns(DataSource database) {
        return new RetentionTable(new JdbcTemplate(database));
    }

    @Bean
    @DependsOnDatabaseInitialization
    JudgingPasses judgingPasses(DataSource database) {
        return new JudgingPasses(new JdbcTemplate(database));
    }

    private static TransactionTemplate transaction(DataSource database) {
        return new TransactionTemplate(new JdbcTransactionManager(database));
    }

    private static String product(DataSource database) {
        try {
            return JdbcUtils.extractDatabaseMetaData(database, DatabaseMetaData::getDatabaseProductName);
        } catch (MetaDataAccessException e) {
            throw new IllegalStateException("the database does not say what it is", e);
        }
    }
}
