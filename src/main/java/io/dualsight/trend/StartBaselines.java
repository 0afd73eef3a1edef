package io.dualsight.trend;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.dualsight.contract.Report;
import io.dualsight.contract.StartupFacts;
import io.dualsight.store.ReadyBaselines;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The usual Ready time of the fleet's last weeks, by kind of start; a minute old at most, and read beside reports. */
final class StartBaselines implements ReadyBaselines {

    private static final Duration PERIOD = Duration.ofDays(30);
    private static final Duration FRESH = Duration.ofMinutes(1);
    private static final String ALL = "all";

    private final DayBlocks days;
    private final Clock clock;
    private final LoadingCache<String, Map<StartKind, Usual>> usual =
            Caffeine.newBuilder().refreshAfterWrite(FRESH).build(name -> read());

    StartBaselines(DayBlocks days, Clock clock) {
        this.days = days;
        this.clock = clock;
    }

    @Override
    public Optional<Usual> usual(Report report) {
        StartupFacts startup = report.runtime().startup();
        Instant start = startup == null ? null : startup.serviceStartedAt();
        return start == null
                ? Optional.empty()
                : Optional.ofNullable(usual.get(ALL).get(StartReading.kind(report, start)));
    }

    @Override
    public Object known() {
        return usual.get(ALL);
    }

    private Map<StartKind, Usual> read() {
        Map<StartKind, Samples> samples = new EnumMap<>(StartKind.class);
        Instant now = clock.instant();
        days.blocks(new Span.Window(now.minus(PERIOD), now), TrendFilter.NONE).forEach(block -> add(block, samples));
        Map<StartKind, Usual> found = new EnumMap<>(StartKind.class);
        samples.forEach((kind, each) -> {
            double[] values = each.toArray();
            if (values.length >= Comparison.ENOUGH) {
                found.put(kind, new Usual(Percentiles.of(values, 0.5)[0], values.length));
            }
        });
        return found;
    }

    private static void add(DayBlock block, Map<StartKind, Samples> samples) {
        StartColumns starts = block.starts();
        for (int i = 0; i < starts.size(); i++) {
            double seconds = starts.sample(i, StartMethod.SERVICE_START_TO_READY);
            if (!Double.isNaN(seconds)) {
                samples.computeIfAbsent(starts.kind(i), kind -> new Samples()).add(seconds);
            }
        }
    }
}
