package io.dualsight.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Counts the nodes that each token with a limit brought, so that whoever steals one cannot fill the fleet with nodes
 * that do not exist. Tokens without a limit cost nothing here.
 */
@Component
class NodesOfTokens implements NodeAllowance {
    private static final String HAS =
            "select count(*) from agent_token_node where token_id = ? and cluster = ? and node = ?";
    private static final String INSERT =
            "insert into agent_token_node (token_id, cluster, node, first_at) values (?, ?, ?, ?)";

    private record Brought(long token, String cluster, String node) {}

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final Clock clock;
    private final Cache<Brought, Boolean> known =
            Caffeine.newBuilder().maximumSize(50_000).build();

    NodesOfTokens(JdbcClient jdbc, TransactionOperations transactions, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public boolean admits(Caller.Node agent, String cluster, String node) {
        Caller.Allowance allowance = agent.allowance();
        if (allowance == null) {
            return true;
        }
        Brought brought = new Brought(allowance.token(), cluster, node);
        boolean admitted = known.getIfPresent(brought) != null
                || Boolean.TRUE.equals(transactions.execute(status -> admit(brought, allowance.mostNodes())));
        if (admitted) {
            known.put(brought, true);
        }
        return admitted;
    }

    /** The token's own row lets one in after the other, here and on other replicas. */
    private boolean admit(Brought brought, int most) {
        jdbc.sql("select id from agent_token where id = ? for update")
                .param(brought.token())
                .query(Long.class)
                .optional();
        if (has(brought)) {
            return true;
        }
        boolean room = count(brought.token()) < most;
        if (room) {
            jdbc.sql(INSERT)
                    .params(brought.token(), brought.cluster(), brought.node(), DatabaseTime.write(clock.instant()))
                    .update();
        }
        return room;
    }

    private boolean has(Brought brought) {
        return jdbc.sql(HAS)
                        .params(brought.token(), brought.cluster(), brought.node())
                        .query(Long.class)
                        .single()
                > 0;
    }

    private long count(long token) {
        return jdbc.sql("select count(*) from agent_token_node where token_id = ?")
                .param(token)
                .query(Long.class)
                .single();
    }
}
