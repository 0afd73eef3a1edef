package io.dualsight.trend;

import io.dualsight.store.NodeKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What was measured. */
public interface Trends {

    /** Ready times by bucket. */
    Series<ReadyPoint> readyTimes(SeriesQuestion question);

    /** Start attempts and their failures by bucket. */
    Series<FailurePoint> failureRates(SeriesQuestion question);

    /**
     * Nodes by family at the end of each bucket. What a late report adds to a day that is over is in within a minute.
     *
     * @param question of which method, level and grouping do not matter; versions and plugins are those of now
     */
    Series<CountPoint> families(SeriesQuestion question);

    /** Nodes by the rules' verdict at the end of each bucket, silence left aside; otherwise as {@link #families}. */
    Series<CountPoint> verdicts(SeriesQuestion question);

    /**
     * What nodes and their agents used, in the last hour of each bucket; percentiles over nodes.
     *
     * @param question of which method, level and component do not matter. Of a node, a version, a plugin or a role as they
     *     are now, it is known for as long as raw reports are kept
     * @throws io.dualsight.store.BadQueryException for groups of anything but clusters
     */
    Series<LoadPoint> loads(SeriesQuestion question);

    /** Before and after. */
    Comparison compare(CompareQuestion question);

    /**
     * When versions changed in a range, in the order of time; at most {@value Upgrade#MOST}, the largest. As late as
     * {@link #families}.
     */
    List<Upgrade> upgrades(SeriesQuestion question);

    /** Every version with which a node has started in a range, in the order of their texts. */
    List<String> versions(Span.Window range, TrendFilter filter);

    /** Why starts of a range have no Ready-time sample: how many, by reason. */
    Map<String, Long> withoutSample(SeriesQuestion question);

    /** Every Ready-time sample of a range, in the order of time, in one pass with constant memory. */
    void streamReadyTimes(Span.Window range, TrendFilter filter, Consumer<ReadySample> each);

    /** Start attempts of each node since a moment, counted by whole quarters of an hour; nodes without any are left out. */
    Map<NodeKey, NodeAttempts> attemptsByNode(Instant since);
}
