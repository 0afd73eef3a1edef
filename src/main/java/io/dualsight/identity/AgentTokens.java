package io.dualsight.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes, lists, rotates and revokes the tokens of agents. */
@Component
public class AgentTokens {
    private static final String SUBJECT = "agent-token ";
    private static final String INSERT = "insert into agent_token"
            + " (name, token_hash, cluster, node, most_nodes, created_by, created_at) values (?, ?, ?, ?, ?, ?, ?)";

    private final JdbcClient jdbc;
    private final TokenTable<AgentToken> table;
    private final Clock clock;
    private final Tokens tokens;
    private final Audit audit;

    AgentTokens(JdbcClient jdbc, Clock clock, Tokens tokens, Audit audit) {
        this.jdbc = jdbc;
        this.table = new TokenTable<>(jdbc, "agent_token", "cluster, node, most_nodes", (row, n) -> read(row));
        this.clock = clock;
        this.tokens = tokens;
        this.audit = audit;
    }

    /**
     * Makes a token for any number of nodes.
     *
     * @param name what people call it, 1 to 100 characters
     * @param cluster the one that it is bound to, a DNS label; absent for any
     * @param node the one that it is bound to; absent for any node of the cluster
     * @throws BadFieldsException naming the fields that are otherwise
     */
    @Transactional
    public Issued<AgentToken> issue(Caller.Person by, String name, @Nullable String cluster, @Nullable String node) {
        return issue(by, name, new AgentToken.Scope(cluster, node));
    }

    /**
     * Makes a token.
     *
     * @param name what people call it, 1 to 100 characters
     * @param scope whom it may report for
     * @throws BadFieldsException naming the fields that are otherwise
     */
    @Transactional
    public Issued<AgentToken> issue(Caller.Person by, String name, AgentToken.Scope scope) {
        new TokenFields().name(name).scope(scope).throwIfAny();
        Issued<AgentToken> issued = add(by.name(), name, scope);
        audit.write(by.name(), "agent-token-made", SUBJECT + issued.token().id(), null);
        return issued;
    }

    /**
     * Makes a token of the same name and scope in its place; both are good until the overlap ends, so that no agent is
     * without one. Empty where there is no good token of that number.
     *
     * @param overlap how long the old one is good for, 0 to 30 days; it never becomes good for longer than it was
     * @throws BadFieldsException for another overlap
     */
    @Transactional
    public Optional<Issued<AgentToken>> rotate(Caller.Person by, long id, Duration overlap) {
        new TokenFields().overlap(overlap).throwIfAny();
        Instant now = clock.instant();
        return table.lock(id).filter(old -> old.life().isGood(now)).map(old -> {
            Issued<AgentToken> issued = add(by.name(), old.name(), old.scope());
            end(old, now.plus(overlap));
            takeOverNodes(old.id(), issued.token().id());
            audit.write(
                    by.name(),
                    "agent-token-rotated",
                    SUBJECT + id + " to " + issued.token().id(),
                    null);
            tokens.forgetAll();
            return issued;
        });
    }

    /**
     * A token for an agent inside this process: good until the process ends, kept nowhere, in no list.
     *
     * @param name what counters call it
     * @param cluster the one that it is bound to
     */
    public String lend(String name, String cluster) {
        String secret = TokenText.make(TokenText.AGENT_PREFIX);
        tokens.lend(secret, new Caller.Node(name, cluster, null));
        return secret;
    }

    /** Those with a smaller id than {@code before}, revoked ones too, newest first, at most {@code limit}. */
    public List<AgentToken> newest(long before, int limit) {
        return table.newest(before, limit);
    }

    /** How many there are, revoked ones too. */
    public long count() {
        return table.count();
    }

    /** Makes a token worthless for good; false where there is none of that id or it already was. */
    @Transactional
    public boolean revoke(Caller.Person by, long id) {
        boolean revoked = table.revoke(id, clock.instant());
        if (revoked) {
            audit.write(by.name(), "agent-token-revoked", SUBJECT + id, null);
            tokens.forgetAll();
        }
        return revoked;
    }

    /** A settings' token that was made once stays what it became: revoking it holds. */
    void addIfAbsent(String secret, @Nullable String cluster) {
        if (table.find(secret).isEmpty()) {
            String by = FirstStart.BOOTSTRAP;
            AgentToken made = add(secret, by, by, new AgentToken.Scope(cluster, null));
            audit.write(Audit.CONSOLE, "agent-token-made", SUBJECT + made.id(), null);
        }
    }

    private Issued<AgentToken> add(String by, String name, AgentToken.Scope scope) {
        String secret = TokenText.make(TokenText.AGENT_PREFIX);
        return new Issued<>(secret, add(secret, by, name, scope));
    }

    private AgentToken add(String secret, String by, String name, AgentToken.Scope scope) {
        jdbc.sql(INSERT)
                .param(name)
                .param(TokenText.hash(secret))
                .param(scope.cluster())
                .param(scope.node())
                .param(scope.mostNodes())
                .param(by)
                .param(DatabaseTime.write(clock.instant()))
                .update();
        return table.find(secret).orElseThrow();
    }

    private void end(AgentToken old, Instant at) {
        Instant before = old.life().expiresAt();
        jdbc.sql("update agent_token set expires_at = ? where id = ?")
                .param(DatabaseTime.write(before == null || at.isBefore(before) ? at : before))
                .param(old.id())
                .update();
    }

    private void takeOverNodes(long from, long to) {
        jdbc.sql("insert into agent_token_node (token_id, cluster, node, first_at)"
                        + " select ?, cluster, node, first_at from agent_token_node where token_id = ?")
                .params(to, from)
                .update();
    }

    private static AgentToken read(ResultSet row) throws SQLException {
        int own = TokenTable.OWN;
        AgentToken.Scope scope =
                new AgentToken.Scope(row.getString(own), row.getString(own + 1), row.getObject(own + 2, Integer.class));
        return new AgentToken(row.getLong(1), row.getString(2), scope, TokenTable.life(row));
    }
}
