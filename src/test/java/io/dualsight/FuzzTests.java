package io.dualsight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dualsight.contract.ConfigFuzz;
import io.dualsight.contract.ReaderFuzz;
import io.dualsight.ingest.BodyFuzz;
import io.dualsight.store.SearchFuzz;
import io.dualsight.web.CsvFuzz;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Everything that reads what others wrote, for ten seconds or what {@code -Ddualsight.fuzz=PT5M} says. */
class FuzzTests {
    private static final Duration TIME = Duration.parse(System.getProperty("dualsight.fuzz", "PT10S"));
    /** It ends sooner where something is found. */
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(1);

    @Test
    void everyReaderTakesOrRefusesWhateverComes() throws InterruptedException {
        try (SearchFuzz search = new SearchFuzz()) {
            FuzzRun run = new FuzzRun(
                    List.of(
                            ReaderFuzz.reports(),
                            BodyFuzz.gzip(),
                            search.texts(),
                            CsvFuzz.cells(),
                            ReaderFuzz.addresses(),
                            ConfigFuzz.configs()),
                    TIME);
            run.run();
            run.counts().forEach(System.out::println);
            assertThat(run.fewest()).isGreaterThan(10 * TIME.toSeconds());
        }
    }

    @Test
    void findsWhatThrows() {
        assertThatThrownBy(run("throws", LONG_ENOUGH, input -> {
                    if (new String(input, StandardCharsets.UTF_8).contains("<script>")) {
                        throw new IllegalStateException("as it should not");
                    }
                })::run)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("throws, input ")
                .hasRootCauseMessage("as it should not");
    }

    @Test
    void findsWhatNeverEnds() {
        AtomicBoolean found = new AtomicBoolean();
        try {
            assertThatThrownBy(run("hangs", LONG_ENOUGH, input -> {
                        while (!found.get() && new String(input, StandardCharsets.UTF_8).contains("<script>")) {
                            Thread.onSpinWait();
                        }
                    })::run)
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("hangs, more than PT2S for input ");
        } finally {
            // or it would take a processor from all tests that follow
            found.set(true);
        }
    }

    @Test
    void findsWhatKeepsWhatItRead() {
        List<byte[]> kept = new ArrayList<>();
        assertThatThrownBy(run("keeps", Duration.ofSeconds(2), input -> {
                    if (kept.size() < 1_200) {
                        kept.add(new byte[100_000]);
                    }
                })::run)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("the heap has grown by ");
        assertThat(kept).hasSize(1_200);
    }

    private static FuzzRun run(String name, Duration time, Fuzz.Target target) {
        return new FuzzRun(List.of(Fuzz.ofTexts(name, List.of("a", "b"), target)), time);
    }
}
