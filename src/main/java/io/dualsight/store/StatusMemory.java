package io.dualsight.store;

import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.jdbc.core.JdbcTemplate;

/** Lists and counts of nodes as they were last read, for as long as no node stands elsewhere in any of them. */
final class StatusMemory {

    /**
     * How long the order of silent nodes by their last report is kept: the API server may go on to report for a node whose
     * agent is silent, and nothing else of it changes.
     */
    private static final long SECONDS = 10;

    private final FleetRevision revision;
    private final Clock clock;
    private final Answers<NodeFilter, Long> totals = new Answers<>(total -> 1);
    private final Answers<NodeFilter, FleetStatus> counts = new Answers<>(count -> 1);
    private final Answers<NodeQuery, List<Long>> pages = new Answers<>(List::size);
    private final Answers<String, List<RuleCount>> rules = new Answers<>(List::size);
    private final Answers<String, Facets> facets =
            new Answers<>(all -> all.versions().size() + all.clusters().size());

    StatusMemory(JdbcTemplate jdbc, Clock clock) {
        this.revision = FleetRevision.ofNodes(jdbc);
        this.clock = clock;
    }

    long total(NodeFilter filter, Supplier<Long> read) {
        return isListed(filter) ? totals.of(filter, revision.now(), read) : read.get();
    }

    FleetStatus counts(NodeFilter filter, Supplier<FleetStatus> read) {
        return isListed(filter) ? counts.of(filter, revision.now(), read) : read.get();
    }

    /** The ids of a page's nodes. */
    List<Long> page(NodeQuery query, Supplier<List<Long>> read) {
        if (!isListed(query.filter())) {
            return read.get();
        }
        if (query.sort() != NodeSort.LAST_REPORT_AT) {
            return pages.of(query, revision.now(), read);
        }
        boolean silent =
                query.filter().text(Criterion.STALE).filter("true"::equals).isPresent();
        Object state = List.of(revision.now(), clock.instant().getEpochSecond() / SECONDS);
        return silent ? pages.of(query, state, read) : read.get();
    }

    List<RuleCount> rules(Supplier<List<RuleCount>> read) {
        return rules.of("", revision.now(), read);
    }

    Facets facets(Supplier<Facets> read) {
        return facets.of("", revision.now(), read);
    }

    /** Addresses are searched too, and no revision tells of theirs. */
    private static boolean isListed(NodeFilter filter) {
        return filter.text(Criterion.Q).isEmpty();
    }
}
