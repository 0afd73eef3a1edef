package io.dualsight.trend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Sorts starts and attempts into the buckets and groups of one question. */
final class SeriesBuilder {

    private final SeriesQuestion question;
    private final Span span;
    private final Map<String, Samples[]> samples = new TreeMap<>();
    /** Of each bucket all attempts, then the failed ones. */
    private final Map<String, long[]> attempts = new TreeMap<>();

    SeriesBuilder(SeriesQuestion question) {
        this.question = question;
        this.span = question.span();
    }

    /** Ready-time samples of the question's method. */
    SeriesBuilder addSamples(DayBlock block) {
        List<Samples @Nullable []> cells =
                cells(block, group -> samples.computeIfAbsent(group, each -> new Samples[span.points()]));
        StartColumns starts = block.starts();
        int all = starts.bucket(span);
        for (StartRun run : starts.runs()) {
            Samples[] row = cells.get(run.facet());
            if (row != null && run.sampledBy(question.method())) {
                if (all >= 0) {
                    starts.copySamples(run, cell(row, all));
                } else {
                    addSamples(starts, run, row);
                }
            }
        }
        return this;
    }

    private void addSamples(StartColumns starts, StartRun run, Samples[] row) {
        for (int i = run.from(); i < run.to(); i++) {
            if (span.holds(starts.at(i))) {
                cell(row, span.index(starts.at(i))).add(starts.sample(i, question.method()));
            }
        }
    }

    private static Samples cell(Samples[] row, int index) {
        if (row[index] == null) {
            row[index] = new Samples();
        }
        return row[index];
    }

    /** Attempts of the question's level. */
    SeriesBuilder addAttempts(DayBlock block) {
        List<long @Nullable []> cells =
                cells(block, group -> attempts.computeIfAbsent(group, each -> new long[2 * span.points()]));
        if (question.level() == AttemptLevel.NODE) {
            addNodeStarts(block.starts(), cells);
            return this;
        }
        AttemptColumns counted = block.attempts();
        for (int i = 0; i < counted.size(); i++) {
            long[] row = cells.get(counted.facet(i));
            if (row != null && span.holds(counted.at(i))) {
                int index = 2 * span.index(counted.at(i));
                row[index] += counted.successes(i) + counted.failures(i);
                row[index + 1] += counted.failures(i);
            }
        }
        return this;
    }

    private void addNodeStarts(StartColumns starts, List<long @Nullable []> cells) {
        int all = starts.bucket(span);
        for (StartRun run : starts.runs()) {
            long[] row = cells.get(run.facet());
            if (row != null && all >= 0) {
                row[2 * all] += run.attempts();
                row[2 * all + 1] += run.failures();
            } else if (row != null) {
                addNodeStarts(starts, run, row);
            }
        }
    }

    private void addNodeStarts(StartColumns starts, StartRun run, long[] row) {
        for (int i = run.from(); i < run.to(); i++) {
            if (starts.outcome(i) >= 0 && span.holds(starts.at(i))) {
                int index = 2 * span.index(starts.at(i));
                row[index]++;
                row[index + 1] += 1 - starts.outcome(i);
            }
        }
    }

    /** The buckets of each facet's group; none where the filter does not take it: so that rows compare numbers alone. */
    private <T> List<@Nullable T> cells(DayBlock block, Function<String, T> ofGroup) {
        List<@Nullable T> cells = new ArrayList<>();
        for (Facet facet : block.facets()) {
            boolean taken = question.filter().takes(facet);
            cells.add(taken ? ofGroup.apply(question.groupBy().value(facet)) : null);
        }
        return cells;
    }

    Series<ReadyPoint> readyTimes() {
        List<Series.Line<ReadyPoint>> lines = new ArrayList<>();
        samples.forEach((group, cells) -> {
            if (Arrays.stream(cells).anyMatch(Objects::nonNull)) {
                lines.add(readyTimes(group, cells));
            }
        });
        return series("seconds", lines);
    }

    private Series.Line<ReadyPoint> readyTimes(String group, @Nullable Samples[] cells) {
        List<ReadyPoint> points = new ArrayList<>();
        Samples all = new Samples(Arrays.stream(cells)
                .mapToInt(cell -> cell == null ? 0 : cell.size())
                .sum());
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
        attempts.forEach((group, cells) -> {
            if (Arrays.stream(cells).anyMatch(count -> count > 0)) {
                lines.add(failureRates(group, cells));
            }
        });
        return series("ratio", lines);
    }

    private Series.Line<FailurePoint> failureRates(String group, long[] cells) {
        List<FailurePoint> points = new ArrayList<>();
        long all = 0;
        long failed = 0;
        for (int i = 0; i < cells.length; i += 2) {
            if (cells[i] > 0) {
                points.add(FailurePoint.of(span.start(i / 2), cells[i], cells[i + 1]));
                all += cells[i];
                failed += cells[i + 1];
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
