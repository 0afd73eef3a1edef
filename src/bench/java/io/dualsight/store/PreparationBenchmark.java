package io.dualsight.store;

import io.dualsight.contract.Json;
import io.dualsight.contract.Report;
import io.dualsight.contract.ReportReader;
import io.dualsight.contract.ReportWriter;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What a report costs on its request's thread once it is judged: hashed, and made ready for the writer. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class PreparationBenchmark {

    private final JudgedReport judged = Said.by("n1").judged();
    private final Report report = judged.report();
    private final String json = Json.write(ReportWriter.tree(report));

    /** From the judged report to rows. */
    @Benchmark
    public Object prepare() {
        return new Preparation(new ReportSettings(java.time.Duration.ofSeconds(60), null)).of(judged, false);
    }

    /** Facts and rest, as JSON. */
    @Benchmark
    public Object parts() {
        return ReportParts.of(report);
    }

    /** From JSON to strict facts. */
    @Benchmark
    public Object read() {
        return ReportReader.read(Json.read(json), null);
    }
}
