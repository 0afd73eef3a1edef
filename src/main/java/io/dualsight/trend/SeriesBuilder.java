package io.dualsight.trend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Sorts starts and attempts into the buckets and groups of one question. */
final class SeriesBuilder {

    private final SeriesQuestion question;
    private final Span span;
    private final Map<String, Samples[]> samples = new TreeMap<>();
    private final Map<String, long[][]> attempts = new TreeMap<>();

    SeriesBuilder(SeriesQuestion question) {
        this.question = question;
        this.span = question.span();
    }

    /** Ready-time samples of the question's method. */
    SeriesBuilder addSamples(DayBlock block) {
        List<@Nullable String> groups = groups(block, question.filter());
        StartColumns starts = block.starts();
        for (int i = 0; i < starts.size(); i++) {
            String group = groups.get(starts.facet(i));
            if (group != null && starts.hasSample(i, question.method()) && isInside(starts.at(i))) {
                Samples[] cells = samples.computeIfAbsent(group, each -> new Samples[span.points()]);
                int index = span.index(starts.at(i));
                if (cells[index] == null) {
                    cells[index] = new Samples();
                }
                cells[index].add(starts.seconds(i));
            }
        }
        return this;
    }

    /** Attempts of the question's level. */
    SeriesBuilder addAttempts(DayBlock block) {
        List<@Nullable String> groups = groups(block, question.filter());
        if (question.level() == AttemptLevel.NODE) {
            addNodeStarts(block.starts(), groups);
            return this;
        }
        AttemptColumns counted = block.attempts();
        for (int i = 0; i < counted.size(); i++) {
            String group = groups.get(counted.facet(i));
            if (group != null && isInside(counted.at(i))) {
                add(group, counted.at(i), counted.successes(i) + counted.failures(i), counted.failures(i));
            }
        }
        return this;
    }

    private void addNodeStarts(StartColumns starts, List<@Nullable String> groups) {
        for (int i = 0; i < starts.size(); i++) {
            String group = groups.get(starts.facet(i));
            if (group != null && starts.outcome(i) >= 0 && isInside(starts.at(i))) {
                add(group, starts.at(i), 1, 1 - starts.outcome(i));
            }
        }
    }

    private void add(String group, long at, long all, long failed) {
        if (all > 0) {
            long[][] cells = attempts.computeIfAbsent(group, each -> new long[span.points()][2]);
            int index = span.index(at);
            cells[index][0] += all;
            cells[index][1] += failed;
        }
    }

    private boolean isInside(long at) {
        return at >= span.from().getEpochSecond() && at < ceiling();
    }

    /** Moments are kept in whole seconds here. */
    private long ceiling() {
        return span.to().plusSeconds(1).minusNanos(1).getEpochSecond();
    }

    /** Each facet's group, or nothing where the filter does not take it: so that rows compare numbers alone. */
    private List<@Nullable String> groups(DayBlock block, TrendFilter filter) {
        List<@Nullable String> groups = new ArrayList<>();
        block.facets()
                .forEach(facet ->
                        groups.add(filter.takes(facet) ? question.groupBy().value(facet) : null));
        return groups;
    }

    Series<ReadyPoint> readyTimes() {
        List<Series.Line<ReadyPoint>> lines = new ArrayList<>();
        samples.forEach((group, cells) -> lines.add(readyTimes(group, cells)));
        return series("seconds", lines);
    }

    private Series.Line<ReadyPoint> readyTimes(String group, @Nullable Samples[] cells) {
        List<ReadyPoint> points = new ArrayList<>();
        Samples all = new Samples();
        for (int i = 0; i < cells.length; i++) {
            Samples cell = cells[i];
            if (cell != null) {
                double[] values = cell.toArray();
                points.add(ReadyPoint.of(span.start(i), values));
                all.addAll(values);
            }
        }
        return new Series.Line<>(question.groupBy().group(group), points, ReadyPoint.of(span.from(), all.toArray()));
    }

    Series<FailurePoint> failureRates() {
        List<Series.Line<FailurePoint>> lines = new ArrayList<>();
        attempts.forEach((group, cells) -> lines.add(failureRates(group, cells)));
        return series("ratio", lines);
    }

    private Series.Line<FailurePoint> failureRates(String group, long[][] cells) {
        List<FailurePoint> points = new ArrayList<>();
        long all = 0;
        long failed = 0;
        for (int i = 0; i < cells.length; i++) {
            if (cells[i][0] > 0) {
                points.add(FailurePoint.of(span.start(i), cells[i][0], cells[i][1]));
                all += cells[i][0];
                failed += cells[i][1];
            }
        }
        return new Series.Line<>(question.groupBy().group(group), points, FailurePoint.of(span.from(), all, failed));
    }

    /** Without a group there is one series even where it has no point. */
    private <P> Series<P> series(String unit, List<Series.Line<P>> lines) {
        if (lines.isEmpty() && question.groupBy() == GroupBy.NOTHING) {
            lines.add(new Series.Line<>(Map.of(), List.of(), null));
        }
        return new Series<>(span.from(), span.to(), span.bucket().toSeconds(), unit, lines);
    }

    /** All samples of the range, in no order. */
    double[] allSamples() {
        Samples all = new Samples();
        samples.values().stream()
                .flatMap(Arrays::stream)
                .filter(Objects::nonNull)
                .forEach(cell -> all.addAll(cell.toArray()));
        return all.toArray();
    }
}
