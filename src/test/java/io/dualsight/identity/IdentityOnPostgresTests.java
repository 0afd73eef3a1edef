package io.dualsight.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
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
        tables.people.add(new People.Entry("ann", "one", Role.VIEWER));
        tables.people.changePassword("ann", "two");
        assertThat(tables.people.find("ann")).contains(new People.Entry("ann", "two", Role.VIEWER));
        tables.audit.write("a\u0000b", "sign-in-failed", null, "192.0.2.1");
        assertThat(tables.audited()).last().isEqualTo("a?b sign-in-failed null 192.0.2.1");
    }
}
