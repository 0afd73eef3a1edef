package io.dualsight.trend;

import io.dualsight.store.Answers;
import io.dualsight.store.BadQueryException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Puts two sides beside each other. */
final class Comparing {

    private final Trends trends;
    private final DayBlocks days;
    /** One is two sides, and three differences. */
    private final Answers<CompareQuestion, Comparison> answers = new Answers<>(comparison -> 10);

    Comparing(Trends trends, DayBlocks days) {
        this.trends = trends;
        this.days = days;
    }

    Comparison answer(CompareQuestion question) {
        if (question.filter().node() != null) {
            return compare(question);
        }
        Map<LocalDate, Long> revisions =
                new TreeMap<>(days.revisions(question.before().window()));
        revisions.putAll(days.revisions(question.after().window()));
        return answers.of(question, revisions, () -> compare(question));
    }

    private Comparison compare(CompareQuestion question) {
        SeriesQuestion before = question(question.before(), question.filter(), "before");
        SeriesQuestion after = question(question.after(), question.filter(), "after");
        double[] samplesBefore = samples(before);
        double[] samplesAfter = samples(after);
        Comparison.Side sideBefore = side(question.before(), samplesBefore, attempts(before));
        Comparison.Side sideAfter = side(question.after(), samplesAfter, attempts(after));
        return new Comparison(
                sideBefore,
                sideAfter,
                Differences.ofPercentile(samplesBefore, samplesAfter, 0.5),
                Differences.ofPercentile(samplesBefore, samplesAfter, 0.95),
                rates(sideBefore.failureRate(), sideAfter.failureRate()));
    }

    /** One bucket is enough: all that counts is the whole. */
    private SeriesQuestion question(CompareQuestion.Side side, TrendFilter filter, String parameter) {
        Span.Window window = side.window();
        if (side.version() != null) {
            List<String> known = trends.versions(window, filter);
            if (!known.contains(side.version())) {
                throw new BadQueryException(parameter, side.version(), "a version that has started: " + known);
            }
        }
        Span span = new Span(window.from(), window.to(), Duration.ofDays(28));
        return SeriesQuestion.of(span, filter.ofVersion(side.version()));
    }

    private @Nullable FailurePoint attempts(SeriesQuestion question) {
        return trends.failureRates(question).series().get(0).total();
    }

    private static Comparison.Side side(
            CompareQuestion.Side side, double[] samples, @Nullable FailurePoint failureRate) {
        Instant from = side.window().from();
        ReadyPoint readyTime = samples.length == 0 ? null : ReadyPoint.of(from, samples);
        return new Comparison.Side(side.version(), from, side.window().to(), readyTime, failureRate);
    }

    private static Comparison.Difference rates(@Nullable FailurePoint before, @Nullable FailurePoint after) {
        if (before == null || after == null) {
            return Comparison.Difference.unknown(null);
        }
        return Differences.ofRates(
                new Proportion(before.failures(), before.attempts()),
                new Proportion(after.failures(), after.attempts()));
    }

    /** Sorted once for all that is made of them. */
    private double[] samples(SeriesQuestion question) {
        SeriesBuilder builder = new SeriesBuilder(question);
        Span span = question.span();
        days.blocks(new Span.Window(span.from(), span.to()), question.filter()).forEach(builder::addSamples);
        double[] samples = builder.allSamples();
        Arrays.sort(samples);
        return samples;
    }
}
