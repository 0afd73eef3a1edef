package io.dualsight.identity;

import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** The tables of this package in a database of their own, and what works on them. */
final class IdentityTables {
    final MovableClock clock = new MovableClock();
    final JdbcClient jdbc;
    final Audit audit;
    final People people;
    final Tokens tokens;
    final AgentTokens agentTokens;
    final ApiTokens apiTokens;

    IdentityTables() {
        this(new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1"));
    }

    /** In an empty database. */
    IdentityTables(DataSource database) {
        new ResourceDatabasePopulator(new ClassPathResource("db/migration/V2__identity.sql")).execute(database);
        jdbc = JdbcClient.create(database);
        audit = new Audit(jdbc, clock);
        people = new People(jdbc, clock);
        tokens = new Tokens(jdbc, clock);
        agentTokens = new AgentTokens(jdbc, clock, tokens, audit);
        apiTokens = new ApiTokens(jdbc, clock, tokens, audit);
    }

    /** Actor, action, subject and address of each row, oldest first. */
    List<String> audited() {
        return jdbc.sql("select actor, action, subject, address from audit order by id")
                .query((row, n) ->
                        "%s %s %s %s".formatted(row.getString(1), row.getString(2), row.getString(3), row.getString(4)))
                .list();
    }
}
