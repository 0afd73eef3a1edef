package io.dualsight.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.dualsight.contract.FieldError;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TokensTests {
    private static final Caller.Person ADMIN = new Caller.Person("admin", Role.ADMIN);

    private final IdentityTables tables = new IdentityTables();

    @Test
    void findsTheNodeBehindAnAgentToken() {
        Issued<AgentToken> issued = tables.agentTokens.issue(ADMIN, "edge", "edge-cn-3", "edge-0042");
        assertThat(issued.secret()).matches("dsa_[0-9A-Za-z]{43}");
        assertThat(tables.find(issued.secret())).contains(new Caller.Node("edge", "edge-cn-3", "edge-0042"));
    }

    @Test
    void findsThePersonForWhomAnApiTokenActs() {
        Issued<ApiToken> issued = tables.apiTokens.issue(ADMIN, "grafana", Role.VIEWER, null);
        assertThat(issued.secret()).matches("dsp_[0-9A-Za-z]{43}");
        assertThat(tables.find(issued.secret())).contains(new Caller.Person("admin", Role.VIEWER));
    }

    @Test
    void findsNobodyBehindWhatWasNeverMade() {
        String secret = tables.agentTokens.issue(ADMIN, "edge", null, null).secret();
        assertThat(tables.find(secret.substring(0, secret.length() - 1))).isEmpty();
        assertThat(tables.find("dsp_" + secret.substring(4))).isEmpty();
        assertThat(tables.find("")).isEmpty();
        assertThat(tables.find("dsa_" + "x".repeat(100_000))).isEmpty();
    }

    @Test
    void keepsNoSecret() {
        String agent = tables.agentTokens.issue(ADMIN, "a", null, null).secret();
        String api = tables.apiTokens.issue(ADMIN, "b", Role.ADMIN, null).secret();
        List<String> kept = tables.jdbc.sql("script").query(String.class).list();
        assertThat(kept).noneMatch(line -> line.contains(agent.substring(4)) || line.contains(api.substring(4)));
        assertThat(tables.agentTokens.issue(ADMIN, "c", null, null)).asString().doesNotContain("dsa_");
    }

    @Test
    void refusesARevokedTokenAtOnce() {
        Issued<AgentToken> issued = tables.agentTokens.issue(ADMIN, "edge", null, null);
        assertThat(tables.find(issued.secret())).isPresent();
        assertThat(tables.agentTokens.revoke(ADMIN, issued.token().id())).isTrue();
        assertThat(tables.find(issued.secret())).isEmpty();
        assertThat(tables.agentTokens.revoke(ADMIN, issued.token().id())).isFalse();
    }

    @Test
    void refusesAnApiTokenFromTheMomentOfItsExpiry() {
        Instant expiry = tables.clock.instant().plusSeconds(5);
        String secret =
                tables.apiTokens.issue(ADMIN, "short", Role.VIEWER, expiry).secret();
        tables.clock.pass(Duration.ofSeconds(5).minusMillis(1));
        assertThat(tables.find(secret)).isPresent();
        tables.clock.pass(Duration.ofMillis(1));
        assertThat(tables.find(secret)).isEmpty();
    }

    @Test
    void admitsALentTokenThatStandsInNoList() {
        String secret = tables.agentTokens.lend("own", "local");
        assertThat(tables.find(secret)).contains(new Caller.Node("own", "local", null));
        tables.tokens.forgetAll();
        assertThat(tables.find(secret)).isPresent();
        assertThat(tables.agentTokens.count()).isZero();
    }

    @Test
    void makesASettingsTokenOnceAndNeverAgain() {
        tables.agentTokens.addIfAbsent("dsa_given", "edge");
        tables.agentTokens.addIfAbsent("dsa_given", "edge");
        assertThat(tables.find("dsa_given")).contains(new Caller.Node("bootstrap", "edge", null));
        assertThat(tables.agentTokens.count()).isOne();
        tables.agentTokens.revoke(ADMIN, 1);
        tables.agentTokens.addIfAbsent("dsa_given", "edge");
        assertThat(tables.find("dsa_given")).isEmpty();
    }

    @Test
    void listsTheNewestFirstFromAnyPlace() {
        for (String name : List.of("a", "b", "c")) {
            tables.agentTokens.issue(ADMIN, name, null, null);
        }
        assertThat(tables.agentTokens.newest(Long.MAX_VALUE, 2))
                .extracting(AgentToken::name)
                .containsExactly("c", "b");
        assertThat(tables.agentTokens.newest(2, 2)).extracting(AgentToken::name).containsExactly("a");
    }

    @Test
    void namesEveryFieldThatIsWrong() {
        BadFieldsException refused = catchThrowableOfType(
                BadFieldsException.class, () -> tables.agentTokens.issue(ADMIN, " ", "Edge", "edge_1"));
        assertThat(refused.errors()).extracting(FieldError::field).containsExactly("name", "cluster", "node");
        BadFieldsException unbound = catchThrowableOfType(
                BadFieldsException.class, () -> tables.agentTokens.issue(ADMIN, "a", null, "edge-1"));
        assertThat(unbound.errors()).extracting(FieldError::field).containsExactly("cluster");
        assertThat(tables.agentTokens.count()).isZero();
    }

    @Test
    void takesNamesOfOneHundredCharactersAndNotOneMore() {
        assertThat(tables.agentTokens
                        .issue(ADMIN, "n".repeat(100), null, null)
                        .token()
                        .name())
                .hasSize(100);
        assertThat(catchThrowableOfType(
                        BadFieldsException.class, () -> tables.agentTokens.issue(ADMIN, "n".repeat(101), null, null)))
                .isNotNull();
    }

    @Test
    void refusesAnExpiryThatIsNotAhead() {
        Instant now = tables.clock.instant();
        assertThat(catchThrowableOfType(
                        BadFieldsException.class, () -> tables.apiTokens.issue(ADMIN, "a", Role.VIEWER, now)))
                .isNotNull();
        assertThat(tables.apiTokens.issue(ADMIN, "a", Role.VIEWER, now.plusMillis(1)))
                .isNotNull();
    }

    @Test
    void recordsWhoMadeAndRevokedThem() {
        tables.agentTokens.revoke(
                ADMIN, tables.agentTokens.issue(ADMIN, "a", null, null).token().id());
        tables.apiTokens.revoke(
                ADMIN,
                tables.apiTokens.issue(ADMIN, "b", Role.ADMIN, null).token().id());
        assertThat(tables.audited())
                .containsExactly(
                        "admin agent-token-made agent-token 1 null",
                        "admin agent-token-revoked agent-token 1 null",
                        "admin api-token-made api-token 1 null",
                        "admin api-token-revoked api-token 1 null");
    }
}
