package io.dualsight.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The statements of this package in the other database; what they mean is tested on H2. */
class IdentityOnPostgresTests {
    private static final Caller.Person ADMIN = new Caller.Person("admin", Role.ADMIN);

    @Test
    void worksAsOnH2() throws IOException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            IdentityTables tables = new IdentityTables(postgres.getPostgresDatabase());
            keepsTokens(tables);
            keepsPeople(tables);
            keepsTheChain(tables);
            keepsLimits(tables);
            listsSessions(tables);
        }
    }

    private static void keepsTokens(IdentityTables tables) {
        Issued<AgentToken> agent = tables.agentTokens.issue(ADMIN, "边缘", null, null);
        Instant expiry = tables.clock.instant().plus(Duration.ofDays(1));
        Issued<ApiToken> api = tables.apiTokens.issue(ADMIN, "b", Role.OPERATOR, expiry);
        assertThat(tables.find(agent.secret())).contains(new Caller.Node("边缘", null, null));
        assertThat(tables.find(api.secret())).contains(new Caller.Person("admin", Role.OPERATOR));
        assertThat(tables.apiTokens.newest(Long.MAX_VALUE, 10)).containsExactly(api.token());
        assertThat(api.token().life().expiresAt()).isEqualTo(expiry);
        assertThat(tables.agentTokens.revoke(ADMIN, agent.token().id())).isTrue();
        assertThat(tables.find(agent.secret())).isEmpty();
    }

    private static void keepsPeople(IdentityTables tables) {
        assertThat(tables.people.isEmpty()).isTrue();
        tables.people.add("ann", "one", Role.VIEWER, Person.Origin.PASSWORD);
        tables.people.changePassword("ann", "two");
        tables.people.changeRole("ann", Role.OPERATOR, Set.of("edge"));
        tables.people.signedIn("ann");
        PersonTable.Entry ann = tables.people.find("ann").orElseThrow();
        assertThat(ann.passwordHash()).isEqualTo("two");
        assertThat(ann.person().role()).isEqualTo(Role.OPERATOR);
        assertThat(ann.person().clusters()).containsExactly("edge");
        assertThat(ann.person().times().lastSignInAt()).isEqualTo(tables.clock.instant());
        assertThat(tables.people.lockAdmins()).isZero();
        tables.audit.write("a\u0000b", "sign-in-failed", null, "192.0.2.1");
        assertThat(tables.audited()).last().isEqualTo("a?b sign-in-failed null 192.0.2.1");
    }

    private static void keepsTheChain(IdentityTables tables) {
        AuditLog.Wanted bad = AuditLog.Wanted.of(Map.of("action", "sign-in-failed", "from", "2026-01-01T00:00:00Z"));
        assertThat(tables.log.newest(bad, Long.MAX_VALUE, 10)).hasSize(1);
        assertThat(tables.log.actions()).contains("sign-in-failed");
        assertThat(tables.transactions.execute(status -> tables.log.check()).firstBroken())
                .isNull();
        tables.jdbc.sql("update audit set actor = 'eve' where id = 2").update();
        assertThat(tables.transactions.execute(status -> tables.log.check()).firstBroken())
                .isEqualTo(2);
    }

    private static void keepsLimits(IdentityTables tables) {
        Issued<AgentToken> issued = tables.agentTokens.issue(ADMIN, "few", new AgentToken.Scope("edge", null, 1));
        Caller.Node agent = (Caller.Node) tables.find(issued.secret()).orElseThrow();
        assertThat(tables.allowance.admits(agent, "edge", "one")).isTrue();
        assertThat(tables.allowance.admits(agent, "edge", "two")).isFalse();
        tables.uses.write();
        assertThat(tables.agentTokens.newest(Long.MAX_VALUE, 1).get(0).life().lastAddress())
                .isEqualTo("192.0.2.1");
        assertThat(tables.agentTokens.rotate(ADMIN, issued.token().id(), Duration.ofHours(1)))
                .isPresent();
    }

    private static void listsSessions(IdentityTables tables) {
        assertThat(tables.sessions.all()).isEmpty();
        assertThat(tables.sessions.of(ADMIN)).isEmpty();
        assertThat(tables.sessions.end(ADMIN, "none")).isFalse();
    }
}
