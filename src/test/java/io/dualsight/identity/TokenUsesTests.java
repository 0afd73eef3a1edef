package io.dualsight.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TokenUsesTests {
    private static final Caller.Person ADMIN = new Caller.Person("admin", Role.ADMIN);

    private final IdentityTables tables = new IdentityTables();

    @Test
    void saysWhenAndFromWhereATokenWasLastUsed() {
        String secret = tables.agentTokens.issue(ADMIN, "a", null, null).secret();
        assertThat(life().lastUsedAt()).isNull();
        tables.tokens.find(secret, "192.0.2.1");
        Instant last = tables.clock.instant().plusSeconds(7);
        tables.clock.pass(Duration.ofSeconds(7));
        tables.tokens.find(secret, "2001:db8::1");
        tables.uses.write();
        assertThat(life().lastUsedAt()).isEqualTo(last);
        assertThat(life().lastAddress()).isEqualTo("2001:db8::1");
    }

    @Test
    void auditsEachNewNetworkOnceAndTakesA64ForOne() {
        String secret = tables.apiTokens.issue(ADMIN, "a", Role.VIEWER, null).secret();
        for (String address : new String[] {"192.0.2.1", "192.0.2.1", "2001:db8::1", "2001:db8::2", "192.0.2.2"}) {
            tables.tokens.find(secret, address);
        }
        tables.uses.write();
        tables.tokens.find(secret, "192.0.2.1");
        tables.uses.write();
        new TokenUses(tables.jdbc, tables.clock, tables.audit)
                .note(new TokenUses.Key(TokenUses.Kind.API, 1), "192.0.2.2");
        assertThat(tables.audited())
                .filteredOn(line -> line.contains("token-used-from"))
                .containsExactlyInAnyOrder(
                        "console token-used-from api-token 1 192.0.2.1",
                        "console token-used-from api-token 1 192.0.2.2",
                        "console token-used-from api-token 1 2001:db8::1");
    }

    @Test
    void knowsNetworksAgainAfterARestart() {
        TokenUses.Key key = new TokenUses.Key(TokenUses.Kind.AGENT, 1);
        for (int start = 0; start < 2; start++) {
            TokenUses uses = new TokenUses(tables.jdbc, tables.clock, tables.audit);
            uses.note(key, "192.0.2.1");
            uses.write();
        }
        assertThat(tables.audited()).hasSize(1);
    }

    @Test
    void remembersOneThousandNetworksOfATokenAndNotOneMore() {
        TokenUses.Key key = new TokenUses.Key(TokenUses.Kind.AGENT, 1);
        for (int host = 0; host < 1001; host++) {
            tables.uses.note(key, "198.51." + host / 256 + "." + host % 256);
        }
        tables.uses.write();
        assertThat(tables.audited()).hasSize(1000);
    }

    private TokenLife life() {
        return tables.agentTokens.newest(Long.MAX_VALUE, 1).get(0).life();
    }
}
