package io.dualsight.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.dualsight.contract.FieldError;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AgentTokensTests {
    private static final Caller.Person ADMIN = new Caller.Person("admin", Role.ADMIN);
    private static final AgentToken.Scope TWO_NODES = new AgentToken.Scope("edge", null, 2);

    private final IdentityTables tables = new IdentityTables();

    @Test
    void takesBothTokensUntilTheOverlapEnds() {
        Issued<AgentToken> old = tables.agentTokens.issue(ADMIN, "edge", "edge", null);
        Issued<AgentToken> fresh = rotate(old, Duration.ofHours(1));
        assertThat(fresh.token().scope()).isEqualTo(old.token().scope());
        tables.clock.pass(Duration.ofHours(1).minusMillis(1));
        assertThat(tables.find(old.secret())).isPresent();
        assertThat(tables.find(fresh.secret())).isPresent();
        tables.clock.pass(Duration.ofMillis(1));
        assertThat(tables.find(old.secret())).isEmpty();
        assertThat(tables.find(fresh.secret())).isPresent();
        assertThat(tables.audited()).last().isEqualTo("admin agent-token-rotated agent-token 1 to 2 null");
    }

    @Test
    void neverMakesAnEndingTokenLastLonger() {
        Issued<AgentToken> old = tables.agentTokens.issue(ADMIN, "edge", "edge", null);
        rotate(old, Duration.ofHours(1));
        rotate(old, Duration.ofDays(7));
        tables.clock.pass(Duration.ofHours(1));
        assertThat(tables.find(old.secret())).isEmpty();
        assertThat(tables.agentTokens.rotate(ADMIN, old.token().id(), Duration.ZERO))
                .isEmpty();
    }

    @Test
    void rotatesNothingThatIsRevokedOrWasNeverMade() {
        Issued<AgentToken> old = tables.agentTokens.issue(ADMIN, "edge", "edge", null);
        tables.agentTokens.revoke(ADMIN, old.token().id());
        assertThat(tables.agentTokens.rotate(ADMIN, old.token().id(), Duration.ZERO))
                .isEmpty();
        assertThat(tables.agentTokens.rotate(ADMIN, 99, Duration.ZERO)).isEmpty();
    }

    @Test
    void takesAnOverlapOfThirtyDaysAndNotOneSecondMore() {
        Issued<AgentToken> old = tables.agentTokens.issue(ADMIN, "edge", "edge", null);
        rotate(old, Duration.ofDays(30));
        BadFieldsException refused = catchThrowableOfType(
                BadFieldsException.class, () -> rotate(old, Duration.ofDays(30).plusSeconds(1)));
        assertThat(refused.errors()).extracting(FieldError::field).containsExactly("overlapSeconds");
        assertThat(catchThrowableOfType(BadFieldsException.class, () -> rotate(old, Duration.ofSeconds(-1))))
                .isNotNull();
    }

    @Test
    void letsATokenBringAsManyNodesAsItMayAndNotOneMore() {
        Caller.Node agent = agent(tables.agentTokens.issue(ADMIN, "edge", TWO_NODES));
        assertThat(tables.allowance.admits(agent, "edge", "one")).isTrue();
        assertThat(tables.allowance.admits(agent, "edge", "two")).isTrue();
        assertThat(tables.allowance.admits(agent, "edge", "three")).isFalse();
        assertThat(tables.allowance.admits(agent, "edge", "one")).isTrue();
        NodesOfTokens afterRestart = new NodesOfTokens(tables.jdbc, tables.transactions, tables.clock);
        assertThat(afterRestart.admits(agent, "edge", "two")).isTrue();
        assertThat(afterRestart.admits(agent, "edge", "three")).isFalse();
    }

    @Test
    void countsTheNodesOfARotatedTokenOn() {
        Issued<AgentToken> old = tables.agentTokens.issue(ADMIN, "edge", TWO_NODES);
        tables.allowance.admits(agent(old), "edge", "one");
        tables.allowance.admits(agent(old), "edge", "two");
        Caller.Node fresh = agent(rotate(old, Duration.ZERO));
        assertThat(tables.allowance.admits(fresh, "edge", "two")).isTrue();
        assertThat(tables.allowance.admits(fresh, "edge", "three")).isFalse();
    }

    @Test
    void namesALimitThatIsNone() {
        BadFieldsException refused = catchThrowableOfType(
                BadFieldsException.class,
                () -> tables.agentTokens.issue(ADMIN, "a", new AgentToken.Scope(null, null, 0)));
        assertThat(refused.errors()).extracting(FieldError::field).containsExactly("mostNodes");
    }

    private Issued<AgentToken> rotate(Issued<AgentToken> old, Duration overlap) {
        return tables.agentTokens.rotate(ADMIN, old.token().id(), overlap).orElseThrow();
    }

    private Caller.Node agent(Issued<AgentToken> issued) {
        return (Caller.Node) tables.find(issued.secret()).orElseThrow();
    }
}
