package io.dualsight.store;

import io.dualsight.contract.AgentFacts;
import io.dualsight.contract.ProbeError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Keeps what agents say of themselves. It is among a node's facts, so it is new only where they are. */
@Component
@DependsOnDatabaseInitialization
final class AgentFollower implements CommitFollower {

    private static final int LONGEST = 4096;
    private static final int MOST_ERRORS = Short.MAX_VALUE;

    private final JdbcTemplate jdbc;

    AgentFollower(DataSource database) {
        this.jdbc = new JdbcTemplate(database);
    }

    @Override
    public void follow(List<KeptReport> kept) {
        Map<Long, Object[]> rows = new LinkedHashMap<>();
        kept.stream().filter(KeptReport::different).forEach(each -> rows.put(each.nodeId(), row(each)));
        if (rows.isEmpty()) {
            return;
        }
        jdbc.batchUpdate(
                "delete from agent where node_id = ?",
                rows.keySet().stream().map(id -> new Object[] {id}).toList());
        jdbc.batchUpdate(
                "insert into agent (node_id, version, interval_seconds, probe_errors, first_error) values (?, ?, ?, ?, ?)",
                List.copyOf(rows.values()));
    }

    private static Object[] row(KeptReport kept) {
        @Nullable AgentFacts agent = kept.judged().report().agent();
        List<ProbeError> errors = agent == null ? List.of() : agent.probeErrors();
        return new Object[] {
            kept.nodeId(),
            agent == null ? null : cut(agent.version()),
            agent == null ? null : agent.intervalSeconds(),
            Math.min(errors.size(), MOST_ERRORS),
            errors.isEmpty()
                    ? null
                    : cut(errors.get(0).probe() + ": " + errors.get(0).message())
        };
    }

    private static @Nullable String cut(@Nullable String text) {
        return text == null ? null : text.substring(0, Math.min(text.length(), LONGEST));
    }
}
