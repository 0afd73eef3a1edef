package io.dualsight.trend;

import io.dualsight.store.CommitFollower;
import io.dualsight.store.KeptReport;
import io.dualsight.store.ReportFacts;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Measures starts in the transaction that keeps their reports. */
final class StartFollower implements CommitFollower {

    /** Longer than any limit that time alone could bring about. */
    private static final Duration FOREVER = Duration.ofDays(365);

    private final StartBook book;
    private final OpenNodes open;
    private final StartCounters counters;
    private final Consumer<String> dropped;

    StartFollower(JdbcTemplate jdbc, Clock clock, MeterRegistry meters) {
        this.book = new StartBook(jdbc);
        this.open = new OpenNodes(jdbc, clock);
        this.counters = new StartCounters(meters);
        this.dropped = reason ->
                meters.counter("dualsight.trend.dropped", "reason", reason).increment();
    }

    @Override
    public void follow(List<KeptReport> kept) {
        Set<Long> waiting = open.known();
        Map<Long, List<KeptReport>> looked = new LinkedHashMap<>();
        kept.forEach(report ->
                looked.computeIfAbsent(report.nodeId(), id -> new ArrayList<>()).add(report));
        // All reports of a node, where one of them counts: that one may be what makes the others count.
        looked.entrySet()
                .removeIf(each -> !waiting.contains(each.getKey())
                        && each.getValue().stream().noneMatch(report -> report.different() || !report.newest()));
        if (looked.isEmpty()) {
            return;
        }
        StartBook.Page page = book.open(readings(looked));
        TransactionSynchronizationManager.registerSynchronization(counters.after(page.write()));
        open.write(looked.keySet(), undecided(looked, page));
    }

    private List<Reading> readings(Map<Long, List<KeptReport>> looked) {
        return looked.values().stream()
                .flatMap(List::stream)
                .map(report -> Reading.of(report.facts(), dropped))
                .toList();
    }

    /** Where the newest report, sent again for ever, would come to something else; or where that report is not at hand. */
    private static Set<Long> undecided(Map<Long, List<KeptReport>> looked, StartBook.Page page) {
        return looked.entrySet().stream()
                .filter(each -> {
                    KeptReport newest = newest(each.getValue());
                    return newest == null || page.wouldChange(forever(newest.facts()));
                })
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static @Nullable KeptReport newest(List<KeptReport> reports) {
        return reports.stream()
                .filter(KeptReport::newest)
                .reduce((one, other) -> other)
                .orElse(null);
    }

    private static Reading forever(ReportFacts facts) {
        return Reading.of(facts.at(facts.collectedAt().plus(FOREVER)), reason -> {});
    }
}
