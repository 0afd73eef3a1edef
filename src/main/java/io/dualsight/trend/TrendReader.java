package io.dualsight.trend;

import io.dualsight.store.Answers;
import io.dualsight.store.ChangeDays;
import io.dualsight.store.NodeKey;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads starts from their columns in memory, and nodes' pasts from their changes. */
final class TrendReader implements Trends {

    private final JdbcTemplate jdbc;
    private final DayBlocks days;
    private final Comparing comparing;
    private final NodePast past;
    private final UpgradeReader upgrades;
    private final SampleStream samples;
    private final LoadReader loads;
    private final Answers<SeriesQuestion, Series<ReadyPoint>> readyTimes = new Answers<>(Series::weight);
    private final Answers<SeriesQuestion, Series<FailurePoint>> failureRates = new Answers<>(Series::weight);
    private final Answers<SeriesQuestion, Map<String, Long>> withoutSample = new Answers<>(Map::size);

    TrendReader(JdbcTemplate jdbc, DayBlocks days, ChangeDays changes) {
        this.jdbc = jdbc;
        this.days = days;
        this.comparing = new Comparing(this, days);
        this.past = new NodePast(jdbc, changes);
        this.upgrades = new UpgradeReader(jdbc, changes);
        this.samples = new SampleStream(jdbc);
        this.loads = new LoadReader(jdbc);
    }

    @Override
    public Series<ReadyPoint> readyTimes(SeriesQuestion question) {
        return days.answer(question, readyTimes, blocks -> {
            SeriesBuilder builder = new SeriesBuilder(question);
            blocks.forEach(builder::addSamples);
            return builder.readyTimes();
        });
    }

    @Override
    public Series<FailurePoint> failureRates(SeriesQuestion question) {
        return days.answer(question, failureRates, blocks -> {
            SeriesBuilder builder = new SeriesBuilder(question);
            blocks.forEach(builder::addAttempts);
            return builder.failureRates();
        });
    }

    @Override
    public Series<CountPoint> families(SeriesQuestion question) {
        return past.counts("family", question);
    }

    @Override
    public Series<CountPoint> verdicts(SeriesQuestion question) {
        return past.counts("verdict", question);
    }

    @Override
    public Series<LoadPoint> loads(SeriesQuestion question) {
        return loads.loads(question);
    }

    @Override
    public List<Upgrade> upgrades(SeriesQuestion question) {
        return upgrades.upgrades(question);
    }

    @Override
    public Comparison compare(CompareQuestion question) {
        return comparing.answer(question);
    }

    @Override
    public List<String> versions(Span.Window range, TrendFilter filter) {
        TreeSet<String> versions = new TreeSet<>();
        TrendFilter any = filter.ofVersion(null);
        days.blocks(range, any).stream()
                .flatMap(block -> block.facets().stream())
                .filter(facet -> any.takes(facet) && !facet.version().isEmpty())
                .forEach(facet -> versions.add(facet.version()));
        return List.copyOf(versions);
    }

    @Override
    public Map<String, Long> withoutSample(SeriesQuestion question) {
        return days.answer(question, withoutSample, blocks -> Unmeasured.of(question, blocks));
    }

    @Override
    public void streamReadyTimes(Span.Window range, TrendFilter filter, Consumer<ReadySample> each) {
        samples.stream(range, filter, each);
    }

    @Override
    public Map<NodeKey, NodeAttempts> attemptsByNode(Instant since) {
        Map<NodeKey, NodeAttempts> found = new HashMap<>();
        jdbc.query(
                "select node.cluster, node.name, attempts, failures from (select node_id,"
                        + " sum(successes + failures) as attempts, sum(failures) as failures from start_attempt"
                        + " where slot_start >= ? group by node_id) counted join node on node.id = node_id"
                        + " where attempts > 0",
                row -> {
                    found.put(
                            new NodeKey(row.getString("cluster"), row.getString("name")),
                            new NodeAttempts(row.getLong("attempts"), row.getLong("failures")));
                },
                since.atOffset(ZoneOffset.UTC));
        return found;
    }
}
