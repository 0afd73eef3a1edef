package io.dualsight.trend;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Nodes of which an unchanged report would still decide something. The table is the truth; memory, read again every few
 * seconds since another console may write too, keeps unchanged reports of all others from costing a query. Used by the
 * writer alone.
 */
final class OpenNodes {

    private static final Duration FRESH = Duration.ofSeconds(10);

    private final JdbcTemplate jdbc;
    private final Clock clock;
    private Set<Long> open = Set.of();
    private Instant readAt = Instant.MIN;

    OpenNodes(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Set<Long> known() {
        Instant now = clock.instant();
        if (readAt.equals(Instant.MIN) || Duration.between(readAt, now).abs().compareTo(FRESH) >= 0) {
            open = new HashSet<>(jdbc.queryForList("select node_id from start_open", Long.class));
            readAt = now;
        }
        return open;
    }

    /** Of the nodes that were looked at, these stay open. Memory forgets, whether or not the transaction comes through. */
    void write(Collection<Long> looked, Set<Long> stay) {
        Set<Long> before = known();
        List<Object[]> closed = rows(looked.stream().filter(id -> before.contains(id) && !stay.contains(id)));
        List<Object[]> opened = rows(stay.stream().filter(id -> !before.contains(id)));
        if (!closed.isEmpty() || !opened.isEmpty()) {
            readAt = Instant.MIN;
            jdbc.batchUpdate("delete from start_open where node_id = ?", closed);
            // Where memory was behind, the row may be there.
            jdbc.batchUpdate("delete from start_open where node_id = ?", opened);
            jdbc.batchUpdate("insert into start_open (node_id) values (?)", opened);
        }
    }

    private static List<Object[]> rows(Stream<Long> ids) {
        return ids.map(id -> new Object[] {id}).toList();
    }
}
