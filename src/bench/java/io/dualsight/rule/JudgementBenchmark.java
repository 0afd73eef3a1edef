package io.dualsight.rule;

import io.dualsight.contract.Json;
import io.dualsight.contract.Report;
import io.dualsight.contract.ReportReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What it costs to judge one report: prediction, all rules, precedence. Budget: 200 us in the median. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
public class JudgementBenchmark {

    /** Dual stack and clean; a crash-looping Calico with its log; a host full of bridges and a second card. */
    @Param({"V40", "V02", "own/X216"})
    public String vector;

    private final RuleBook rules = new RuleBook(Thresholds.DEFAULT);
    private Report report;
    private Report before;

    /** Reads the vector's report twice, so that nothing is the same object. */
    @Setup
    public void read() throws IOException {
        report = load();
        before = load();
    }

    private Report load() throws IOException {
        try (InputStream in = JudgementBenchmark.class.getResourceAsStream("/vectors/" + vector + ".json")) {
            Object tree = ((Map<?, ?>) Json.read(in.readAllBytes())).get("report");
            return ReportReader.read(tree, null);
        }
    }

    /** As a console judges it: with the report before. */
    @Benchmark
    public Object judge() {
        return rules.judge(new Facts(report, List.of(before), FleetView.NONE, null));
    }

    /** With its answer as JSON. */
    @Benchmark
    public Object judgeAndWrite() {
        return Json.bytes(JudgementTree.of(rules.judge(Facts.of(report)), Locale.ENGLISH));
    }
}
