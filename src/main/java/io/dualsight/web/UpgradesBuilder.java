package io.dualsight.web;

import io.dualsight.contract.FieldError;
import io.dualsight.detect.DistributionVersion;
import io.dualsight.detect.VersionFault;
import io.dualsight.store.Criterion;
import io.dualsight.store.NodeStatus;
import io.dualsight.store.Page;
import io.dualsight.trend.Comparison;
import io.dualsight.trend.FailurePoint;
import io.dualsight.trend.ReadyPoint;
import io.dualsight.trend.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Puts the page of upgrades into words. */
final class UpgradesBuilder {

    private static final List<String> WINDOWS =
            List.of("now-7d/now", "now-14d/now-7d", "now-30d/now", "now-60d/now-30d");

    private final Wording wording;
    private final ChartQuestion question;
    private final ComparisonWords words;
    private final Map<String, Measured> versions = new TreeMap<>();
    private Upgrades.@Nullable Comparison comparison;
    private @Nullable String mistake;
    private Upgrades.Faulty faulty = new Upgrades.Faulty("0", "", List.of());

    UpgradesBuilder(Wording wording, ChartQuestion question) {
        this.wording = wording;
        this.question = question;
        this.words = new ComparisonWords(wording);
    }

    void compared(Comparison found) {
        comparison = words.table(found);
    }

    void mistaken(FieldError error) {
        mistake = wording.mistaken(error);
    }

    boolean failed() {
        return mistake != null;
    }

    UpgradesBuilder measured(Series<ReadyPoint> ready, Series<FailurePoint> failures) {
        ready.series().forEach(line -> versions.put(version(line), new Measured(line.total(), null)));
        failures.series()
                .forEach(line -> versions.merge(
                        version(line),
                        new Measured(null, line.total()),
                        (one, other) -> new Measured(one.ready(), other.failures())));
        return this;
    }

    private static String version(Series.Line<?> line) {
        return line.group().getOrDefault("version", "");
    }

    UpgradesBuilder faulty(Page<NodeStatus> found) {
        faulty = new Upgrades.Faulty(
                wording.number(found.total()),
                ListAddress.where(Criterion.RULE, "RKE2_AFFECTED_BY_7454"),
                found.items().stream().map(this::faultyNode).toList());
        return this;
    }

    private Upgrades.FaultyNode faultyNode(NodeStatus node) {
        String version = node.platform().version();
        String fixed = DistributionVersion.parse(version == null ? "" : version)
                .flatMap(parsed -> VersionFault.of(VersionFault.RKE2_7454, parsed))
                .flatMap(VersionFault::upgrade)
                .map(DistributionVersion::toString)
                .orElse("");
        return new Upgrades.FaultyNode(
                NodeLink.to(node.key().cluster(), node.key().node()),
                wording.orUnknown(version),
                wording.orUnknown(fixed));
    }

    Upgrades build(List<String> clusters, List<Chart> charts) {
        Map<String, String> parameters = question.parameters();
        Upgrades.Form form = new Upgrades.Form(
                parameters.getOrDefault("before", "").replace(' ', '+'),
                parameters.getOrDefault("after", "").replace(' ', '+'),
                parameters.getOrDefault("cluster", ""),
                parameters.getOrDefault("from", ""),
                choices(),
                clusters);
        return new Upgrades(form, comparison, mistake, lines(), faulty, charts);
    }

    private List<Upgrades.Choice> choices() {
        List<Upgrades.Choice> choices = new ArrayList<>();
        versions.keySet().stream()
                .filter(version -> !version.isEmpty())
                .forEach(version -> choices.add(new Upgrades.Choice(version, version)));
        WINDOWS.forEach(window ->
                choices.add(new Upgrades.Choice(window, wording.text("upgrades.window." + window.replace('/', '.')))));
        return choices;
    }

    private List<Upgrades.VersionLine> lines() {
        List<Upgrades.VersionLine> lines = new ArrayList<>();
        versions.forEach((version, measured) -> lines.add(line(version, measured)));
        return lines;
    }

    private Upgrades.VersionLine line(String version, Measured measured) {
        ReadyPoint ready = measured.ready();
        String none = wording.text("upgrades.no-data");
        return new Upgrades.VersionLine(
                wording.orUnknown(version),
                ListAddress.where(Criterion.VERSION, version),
                wording.number(ready == null ? 0 : ready.count()),
                ready == null ? none : ReadyTimeMeasure.seconds(ready.p50()) + " s",
                ready == null ? none : ReadyTimeMeasure.seconds(ready.p95()) + " s",
                words.failures(measured.failures()),
                ready == null || ready.few());
    }

    /** What was measured of a version. */
    private record Measured(
            @Nullable ReadyPoint ready, @Nullable FailurePoint failures) {}
}
