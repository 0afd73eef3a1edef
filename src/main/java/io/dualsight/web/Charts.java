package io.dualsight.web;

import io.dualsight.contract.FieldError;
import io.dualsight.identity.BadFieldsException;
import io.dualsight.store.BadQueryException;
import io.dualsight.trend.AttemptLevel;
import io.dualsight.trend.LoadPoint;
import io.dualsight.trend.Series;
import io.dualsight.trend.SeriesQuestion;
import io.dualsight.trend.Trends;
import io.dualsight.trend.Upgrade;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Makes the charts of pages. All charts of a page are over the same range, which stands in its address. */
@Component
class Charts {

    private static final Set<String> RANGE = Set.of("from", "to", "bucket");

    private final Trends trends;
    private final TrendQuestions questions;

    Charts(Trends trends, TrendQuestions questions) {
        this.trends = trends;
        this.questions = questions;
    }

    /**
     * Reads a page's address. A person gets a chart even where something was not understood, and is told so.
     *
     * @param hidden what the page's path says: {@code cluster}, {@code node}
     * @param usual how long the range is where nothing is said
     */
    ChartQuestion question(String path, Map<String, String> parameters, Map<String, String> hidden, Duration usual) {
        Map<String, String> left = new HashMap<>(parameters);
        left.values().removeIf(String::isBlank);
        FieldError mistake = null;
        while (true) {
            Map<String, String> all = new HashMap<>(left);
            all.putAll(hidden);
            try {
                SeriesQuestion series = questions.series(all, TrendQuestions.QUARTER, usual);
                return new ChartQuestion(path, left, hidden, series, mistake);
            } catch (BadQueryException e) {
                mistake = forget(e.error(), left, e);
            } catch (BadFieldsException e) {
                mistake = forget(e.errors().get(0), left, e);
            }
        }
    }

    /** A range is wrong as a whole. What is not in the address cannot be left out of it. */
    private static FieldError forget(FieldError error, Map<String, String> left, RuntimeException mistake) {
        Set<String> wrong = RANGE.contains(error.field()) ? RANGE : Set.of(error.field());
        if (!left.keySet().removeAll(wrong)) {
            throw mistake;
        }
        return error;
    }

    /** Those of a fleet, or of a cluster. */
    List<Chart> ofFleet(ChartQuestion question, Wording wording) {
        List<Chart> charts = new ArrayList<>(ofStarts(question, wording));
        charts.add(families(question, wording));
        charts.add(verdicts(question, wording));
        return charts;
    }

    /** Those of whatever starts: a node, an upgrade. */
    List<Chart> ofStarts(ChartQuestion question, Wording wording) {
        List<Upgrade> upgrades = trends.upgrades(question.series());
        return List.of(readyTime(question, wording, upgrades), failureRate(question, wording, upgrades));
    }

    private Chart readyTime(ChartQuestion question, Wording wording, List<Upgrade> upgrades) {
        SeriesQuestion series = question.series();
        return new PeriodChart<>(new ReadyTimeMeasure(wording), question, wording)
                .build(trends.readyTimes(series), trends.readyTimes(before(series)), upgrades);
    }

    /** Of nodes' starts; of one component's where the address names it. */
    private Chart failureRate(ChartQuestion question, Wording wording, List<Upgrade> upgrades) {
        SeriesQuestion series = question.series().filter().component() == null
                ? question.series().at(AttemptLevel.NODE)
                : question.series();
        return new PeriodChart<>(new FailureRateMeasure(wording), question, wording)
                .build(trends.failureRates(series), trends.failureRates(before(series)), upgrades);
    }

    private Chart families(ChartQuestion question, Wording wording) {
        return CountChart.FAMILIES.build(trends.families(question.series()), question, wording);
    }

    private Chart verdicts(ChartQuestion question, Wording wording) {
        return CountChart.VERDICTS.build(trends.verdicts(question.series()), question, wording);
    }

    /** What nodes and their agents use. */
    List<Chart> ofLoad(ChartQuestion question, Wording wording) {
        ChartQuestion hourly = question.noFinerThan(TrendQuestions.HOUR);
        Series<LoadPoint> loads = trends.loads(hourly.series());
        return List.of(
                LoadMeasure.NODES.build(loads, hourly, wording), LoadMeasure.AGENTS.build(loads, hourly, wording));
    }

    /** The chart of this name; empty where there is none. */
    Optional<Chart> named(String name, ChartQuestion question, Wording wording) {
        return switch (name) {
            case "ready-time" -> Optional.of(readyTime(question, wording, trends.upgrades(question.series())));
            case "failure-rate" -> Optional.of(failureRate(question, wording, trends.upgrades(question.series())));
            case "families" -> Optional.of(families(question, wording));
            case "verdicts" -> Optional.of(verdicts(question, wording));
            default ->
                ofLoad(question, wording).stream()
                        .filter(chart -> chart.head().id().equals(name))
                        .findFirst();
        };
    }

    /** The same over the range of the same length before. */
    private static SeriesQuestion before(SeriesQuestion question) {
        return question.over(question.span().previous());
    }
}
