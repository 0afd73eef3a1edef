package io.dualsight.triage;

import io.dualsight.identity.Caller;
import io.dualsight.store.NodeKey;
import io.dualsight.store.Page;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Findings as they are now. */
@Component
public class Findings {

    private static final int STREAMED = 1000;

    private final JdbcTemplate jdbc;
    private final FindingReader reader;
    private final FindingSweep sweep;
    private final Clock clock;
    private final FindingMemory memory;

    Findings(JdbcTemplate jdbc, FindingSweep sweep, Clock clock) {
        this.jdbc = jdbc;
        this.reader = new FindingReader(jdbc);
        this.sweep = sweep;
        this.clock = clock;
        this.memory = new FindingMemory(jdbc);
    }

    /**
     * One page of a list.
     *
     * @throws io.dualsight.store.BadQueryException where the cursor is none of this order's
     */
    public Page<TrackedFinding> page(FindingQuery query) {
        wakeSleepers();
        Slice slice = slice(query, query.limit());
        return new Page<>(slice.items(), slice.next(), memory.total(query.filter()));
    }

    /** Every finding of the query, its limit and cursor left aside, in one pass with constant memory. */
    public void stream(FindingQuery query, Consumer<TrackedFinding> each) {
        wakeSleepers();
        FindingQuery from = query.at(null);
        do {
            Slice slice = slice(from, STREAMED);
            slice.items().forEach(each);
            from = query.at(slice.next());
        } while (from.cursor() != null);
    }

    private Slice slice(FindingQuery query, int limit) {
        FindingConditions conditions = new FindingConditions(query.filter());
        FindingOrder order = FindingOrder.of(query.sort());
        if (query.cursor() != null) {
            order.startBehind(query.cursor(), conditions);
        }
        List<TrackedFinding> found = reader.list(conditions, order.orderBy(), limit + 1);
        List<TrackedFinding> shown = found.subList(0, Math.min(limit, found.size()));
        String next = found.size() > limit ? order.cursor(shown.get(limit - 1)) : null;
        return new Slice(List.copyOf(shown), next);
    }

    /** One finding; empty where there is none of that id. */
    public Optional<TrackedFinding> find(long id) {
        wakeSleepers();
        return reader.byId(id).stream().findFirst();
    }

    /** One finding, as far as this person may see it. */
    public Optional<TrackedFinding> find(Caller.Person person, long id) {
        return find(id).filter(finding -> finding.seenBy(person));
    }

    /** What happened to it, newest first. */
    public List<FindingEvent> events(long id) {
        return reader.events(id);
    }

    /** The ids of one node's findings by rule, with where they stand. */
    public Map<String, Standing> ofNode(NodeKey node) {
        Map<String, Standing> standings = new HashMap<>();
        jdbc.query(
                "select rule, id, status, regressed from finding where cluster = ? and node = ?",
                row -> {
                    FindingStatus status =
                            FindingStatus.of(row.getString("status")).orElseThrow();
                    standings.put(
                            row.getString("rule"),
                            new Standing(row.getLong("id"), status, row.getBoolean("regressed")));
                },
                node.cluster(),
                node.node());
        return standings;
    }

    /** Counts over the findings that the filter lets through. */
    public FindingCounts counts(FindingFilter filter) {
        wakeSleepers();
        return memory.counts(filter);
    }

    /** Nobody shall see a finding asleep whose time has come; the look costs one row of an index. */
    private void wakeSleepers() {
        Instant now = Moments.now(clock);
        OffsetDateTime next = jdbc.queryForObject(
                "select min(snoozed_until) from finding where snoozed_until is not null", OffsetDateTime.class);
        if (next != null && !next.toInstant().isAfter(now)) {
            sweep.wake(now);
        }
    }

    /**
     * A finding in short.
     *
     * @param id its id
     * @param status where it stands
     * @param regressed whether it is open again
     */
    public record Standing(long id, FindingStatus status, boolean regressed) {}

    private record Slice(
            List<TrackedFinding> items, @Nullable String next) {}
}
