package io.dualsight.triage;

import io.dualsight.identity.Caller;
import io.dualsight.identity.Role;
import io.dualsight.identity.TestAudit;
import io.dualsight.rule.RuleBook;
import io.dualsight.rule.Severity;
import io.dualsight.rule.Thresholds;
import io.dualsight.store.Said;
import io.dualsight.store.TestDatabase;
import io.dualsight.store.TestStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCreator;
import org.springframework.jdbc.core.PreparedStatementSetter;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** A store with findings on it, put together as the console does it, and somebody who works on them. */
final class TriageDesk implements AutoCloseable {

    static final String RULE = "DUPLICATE_NODE_IP";
    /** A rule that is switched off. */
    static final String OFF = "NODE_IP_DYNAMIC";

    static final Caller.Person ALICE = new Caller.Person("alice", Role.OPERATOR);
    static final Caller.Person BOB = new Caller.Person("bob", Role.OPERATOR);

    final List<Tiding> told = new ArrayList<>();
    final AtomicInteger looks = new AtomicInteger();
    final TestStore store;
    final Findings findings;
    final FindingSweep sweep;
    final Triage triage;
    final Causes causes;
    private Instant next = Said.START;

    TriageDesk(TestDatabase database) {
        this(database.empty());
    }

    /** Another console on the same database. */
    TriageDesk(DataSource database) {
        JdbcTemplate jdbc = new CountingTemplate(database, looks);
        StaticListableBeanFactory heralds = new StaticListableBeanFactory();
        heralds.addBean("herald", (Herald) told::addAll);
        FindingWriter writer = new FindingWriter(jdbc, heralds.getBeanProvider(Herald.class));
        TriageSettings settings = new TriageSettings(3, 1000, Duration.ofSeconds(10));
        store = TestStore.on(
                database,
                new FindingFollower(writer, settings),
                new TraitFollower(new JdbcTemplate(database), settings));
        causes = new Causes(jdbc, store.clock);
        JdbcTransactionManager transactions = new JdbcTransactionManager(database);
        sweep = new FindingSweep(writer, transactions, store.clock, new RuleBook(Thresholds.DEFAULT, Set.of(OFF)));
        findings = new Findings(jdbc, sweep, store.clock);
        triage = new Triage(
                jdbc,
                writer,
                findings,
                store.revisions,
                TestAudit.on(database, store.clock),
                transactions,
                store.clock);
    }

    /** The next report of a node, a minute after the last one of any; with these findings. */
    Said report(String node, String... rules) {
        next = next.plusSeconds(60);
        Said said = Said.by(node).at(next);
        for (String rule : rules) {
            said.finding(rule, Severity.ERROR);
        }
        return said;
    }

    void good(String node, int times) {
        for (int i = 0; i < times; i++) {
            store.take(report(node));
        }
    }

    void bad(String node) {
        store.take(report(node, RULE));
    }

    /** Lets another console go on where this one is. */
    void follow(TriageDesk other) {
        next = other.next;
    }

    TrackedFinding only() {
        List<TrackedFinding> all =
                findings.page(FindingQuery.of(FindingFilter.NONE)).items();
        if (all.size() != 1) {
            throw new AssertionError("not one finding but " + all);
        }
        return all.get(0);
    }

    FindingStatus status() {
        return only().state().status();
    }

    List<EventKind> events() {
        return findings.events(only().id()).stream().map(FindingEvent::kind).toList();
    }

    TrackedFinding act(Caller.Person person, Act act) {
        return triage.act(person, only().id(), act, null).orElseThrow();
    }

    ActFields fields() {
        return new ActFields(store.clock.instant());
    }

    @Override
    public void close() {
        store.close();
    }

    /** Counts how often findings of nodes are looked up. */
    private static final class CountingTemplate extends JdbcTemplate {

        private final AtomicInteger looks;

        CountingTemplate(DataSource database, AtomicInteger looks) {
            super(database);
            this.looks = looks;
        }

        @Override
        public <T> T query(PreparedStatementCreator sql, PreparedStatementSetter values, ResultSetExtractor<T> rows) {
            looks.incrementAndGet();
            return super.query(sql, values, rows);
        }
    }
}
