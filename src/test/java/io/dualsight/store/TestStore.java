package io.dualsight.store;

import io.dualsight.rule.RuleBook;
import io.dualsight.rule.Thresholds;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import net.javacrumbs.shedlock.core.LockProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** A store on an empty database, put together as the console does it. */
public final class TestStore implements AutoCloseable {

    static final RetentionSettings RETENTION =
            new RetentionSettings(Duration.ofDays(7), Duration.ofDays(730), Duration.ofDays(730));

    public final HandClock clock = new HandClock(Said.START);
    public final JdbcTemplate jdbc;
    public final NodeStatuses statuses;
    public final ChangeDays changes;
    public final NodeHistory history;
    public final FactsHistory facts;
    public final NodeRevisions revisions;
    public final NodeObjects objects;
    public final JudgingPasses passes;
    final Dialect dialect;
    final GroupCommit reports;

    public TestStore(TestDatabase database, CommitFollower... followers) {
        this(database.empty(), new StoreSettings(4000, 500, 1000), followers);
    }

    /** On a database as it is. */
    public static TestStore on(DataSource database, CommitFollower... followers) {
        return new TestStore(database, new StoreSettings(4000, 500, 1000), followers);
    }

    TestStore(DataSource database, StoreSettings settings, CommitFollower... followers) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        Arrays.stream(followers).forEach(each -> beans.addBean("follower " + beans.getBeanDefinitionCount(), each));
        StoreConfiguration configuration = new StoreConfiguration();
        MeterRegistry meters = new SimpleMeterRegistry();
        jdbc = new JdbcTemplate(database);
        statuses = configuration.nodeStatuses(database, clock, beans.getBeanProvider(SilenceFollower.class));
        changes = configuration.changeDays(database, clock);
        history = configuration.nodeHistory(database, changes);
        facts = configuration.factsHistory(database);
        revisions = configuration.nodeRevisions(database);
        objects = configuration.nodeObjects(database);
        passes = configuration.judgingPasses(database);
        dialect = configuration.dialect(database, RETENTION);
        reports = configuration.reportStore(
                database,
                configuration.committer(
                        database, dialect, settings, meters, beans.getBeanProvider(CommitFollower.class)),
                statuses,
                settings,
                new ReportSettings(Duration.ofSeconds(60), null),
                new RuleBook(Thresholds.DEFAULT),
                meters);
    }

    /** One console's way to the locks that all consoles of a database share. */
    public static LockProvider locks(DataSource database) {
        return new JobConfiguration().lockProvider(database);
    }

    public ReportStore reports() {
        return reports;
    }

    public StandingJudgements standing() {
        return reports;
    }

    /** Reads reports as a console does. */
    public static SentReader reader() {
        return new SentReader(new StoreSettings(1, 1, 10));
    }

    /** Hands the reports in as one request and waits for their commit. */
    public List<Outcome> take(Said... said) {
        return take(Arrays.stream(said).map(Said::judged).toList());
    }

    public List<Outcome> take(List<JudgedReport> judged) {
        return reports.submit(judged).orTimeout(30, TimeUnit.SECONDS).join();
    }

    public NodeStatus node(String name) {
        return statuses.find("edge", name).orElseThrow();
    }

    public List<String> names(NodeQuery query) {
        List<String> names = new ArrayList<>();
        statuses.page(query).items().forEach(each -> names.add(each.key().node()));
        return names;
    }

    public int count(String table) {
        return jdbc.queryForObject("select count(*) from " + table, Integer.class);
    }

    @Override
    public void close() {
        reports.stop();
    }
}
