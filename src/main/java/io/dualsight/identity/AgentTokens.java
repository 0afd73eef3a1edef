package io.dualsight.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes, lists and revokes the tokens of agents. */
@Component
public class AgentTokens {
    private static final String INSERT =
            "insert into agent_token (name, token_hash, cluster, node, created_by, created_at) values (?, ?, ?, ?, ?, ?)";

    private final JdbcClient jdbc;
    private final TokenTable<AgentToken> table;
    private final Clock clock;
    private final Tokens tokens;
    private final Audit audit;

    AgentTokens(JdbcClient jdbc, Clock clock, Tokens tokens, Audit audit) {
        this.jdbc = jdbc;
        this.table = new TokenTable<>(
                jdbc,
                "agent_token",
                "id, name, cluster, node, created_by, created_at, revoked_at",
                (row, n) -> read(row));
        this.clock = clock;
        this.tokens = tokens;
        this.audit = audit;
    }

    /**
     * Makes a token.
     *
     * @param name what people call it, 1 to 100 characters
     * @param cluster the one that it is bound to, a DNS label; absent for any
     * @param node the one that it is bound to; absent for any node of the cluster
     * @throws BadFieldsException naming the fields that are otherwise
     */
    @Transactional
    public Issued<AgentToken> issue(Caller.Person by, String name, @Nullable String cluster, @Nullable String node) {
        new TokenFields().name(name).cluster(cluster).node(node, cluster).throwIfAny();
        String secret = TokenText.make(TokenText.AGENT_PREFIX);
        AgentToken made = add(secret, new AgentToken(0, name, cluster, node, by.name(), clock.instant(), null));
        audit.write(by.name(), "agent-token-made", "agent-token " + made.id(), null);
        return new Issued<>(secret, made);
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
            audit.write(by.name(), "agent-token-revoked", "agent-token " + id, null);
            tokens.forgetAll();
        }
        return revoked;
    }

    /** A settings' token that was made once stays what it became: revoking it holds. */
    void addIfAbsent(String secret, @Nullable String cluster) {
        if (table.find(secret).isEmpty()) {
            String by = FirstStart.BOOTSTRAP;
            AgentToken made = add(secret, new AgentToken(0, by, cluster, null, by, clock.instant(), null));
            audit.write(Audit.CONSOLE, "agent-token-made", "agent-token " + made.id(), null);
        }
    }

    private AgentToken add(String secret, AgentToken token) {
        jdbc.sql(INSERT)
                .param(token.name())
                .param(TokenText.hash(secret))
                .param(token.cluster())
                .param(token.node())
                .param(token.createdBy())
                .param(DatabaseTime.write(token.createdAt()))
                .update();
        return table.find(secret).orElseThrow();
    }

    private static AgentToken read(ResultSet row) throws SQLException {
        return new AgentToken(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                DatabaseTime.readPresent(row, 6),
                DatabaseTime.read(row, 7));
    }
}
