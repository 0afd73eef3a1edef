package io.dualsight.identity;

import io.dualsight.store.HandClock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.support.TransactionTemplate;

/** The tables of this package in a database of their own, and what works on them. */
final class IdentityTables {
    final HandClock clock = new HandClock(Instant.parse("2026-11-22T10:00:00Z"));
    final JdbcClient jdbc;
    final Audit audit;
    final AuditLog log;
    final PersonTable people;
    final Sessions sessions;
    final TokenUses uses;
    final Tokens tokens;
    final TransactionTemplate transactions;
    final NodesOfTokens allowance;
    final AgentTokens agentTokens;
    final ApiTokens apiTokens;

    IdentityTables() {
        this(new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1"));
    }

    /** In an empty database. */
    IdentityTables(DataSource database) {
        for (String migration :
                List.of("V2__identity", "V7__tokens", "V7_1__sessions", "V7_2__people", "V7_3__audit_chain")) {
            new ResourceDatabasePopulator(new ClassPathResource("db/migration/" + migration + ".sql"))
                    .execute(database);
        }
        jdbc = JdbcClient.create(database);
        transactions = new TransactionTemplate(new DataSourceTransactionManager(database));
        audit = new Audit(jdbc, transactions, clock);
        log = new AuditLog(jdbc);
        people = new PersonTable(jdbc, clock);
        uses = new TokenUses(jdbc, clock, audit);
        tokens = new Tokens(jdbc, clock, uses, people);
        sessions = new Sessions(jdbc, audit);
        allowance = new NodesOfTokens(jdbc, transactions, clock);
        agentTokens = new AgentTokens(jdbc, clock, tokens, audit);
        apiTokens = new ApiTokens(jdbc, clock, tokens, audit);
    }

    /** The sign-in with a password, without a directory. */
    PasswordSignIn door(PasswordEncoder encoder) {
        GroupSettings none = new GroupSettings(List.of(), List.of(), List.of(), "groups", "name");
        return new PasswordSignIn(
                people,
                encoder,
                new SignInLimit(clock),
                audit,
                new StaticListableBeanFactory().getBeanProvider(Directory.class),
                new Admission(people, none, audit));
    }

    Optional<Caller> find(String token) {
        return tokens.find(token, "192.0.2.1");
    }

    /** Actor, action, subject and address of each row, oldest first. */
    List<String> audited() {
        return jdbc.sql("select actor, action, subject, address from audit order by id")
                .query((row, n) ->
                        "%s %s %s %s".formatted(row.getString(1), row.getString(2), row.getString(3), row.getString(4)))
                .list();
    }
}
