package io.dualsight.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.dualsight.architecture.SourceTree.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The budgets of style.md that are said of the whole; those of one method or file are Checkstyle's. */
class BudgetTests {

    private static final int METHOD_LINES = 16;
    private static final int FILE_LINES = 150;
    private static final int HIDDEN_PERCENT = 60;

    private final SourceTree product = SourceTree.of(Path.of("src/main/java"));

    @Test
    void methodsAreShort() {
        staysWithin(METHOD_LINES, product.methods(), "methods");
    }

    @Test
    void filesAreShort() {
        staysWithin(FILE_LINES, product.files(), "files");
    }

    private static void staysWithin(int budget, List<Part> parts, String what) {
        int p95 = SourceTree.percentile95(parts);
        System.out.printf("budget: %d %s, p95 %d lines%n", parts.size(), what, p95);

        assertThat(p95)
                .as(
                        "%s over %d: %s",
                        what,
                        budget,
                        parts.stream().filter(each -> each.lines() > budget).toList())
                .isPositive()
                .isLessThanOrEqualTo(budget);
    }

    @Test
    void typesAreHiddenUntilAnotherPackageNeedsThem() {
        System.out.printf(
                "budget: %d of %d top-level types package-private, %d %%%n",
                product.hiddenTypes().size(),
                product.hiddenTypes().size() + product.publicTypes().size(),
                product.hiddenPercent());

        assertThat(product.hiddenPercent())
                .as("public: %s", product.publicTypes())
                .isGreaterThanOrEqualTo(HIDDEN_PERCENT);
    }

    @ParameterizedTest
    @CsvSource({"100, 95", "20, 19", "19, 19", "1, 1"})
    void percentileIsTheNearestRank(int count, int expected) {
        List<Part> parts = IntStream.rangeClosed(1, count)
                .mapToObj(lines -> new Part("part", lines))
                .toList();

        assertThat(SourceTree.percentile95(parts)).isEqualTo(expected);
    }

    @Test
    void readsWhatTheCompilerReads(@TempDir Path root) throws IOException {
        Files.writeString(root.resolve("A.java"), """
                package a;
                public class A {
                    A() {}
                    abstract static class Nested { abstract void none(); }
                    int three() {
                        return 3;
                    }
                }
                record B(int value) {
                    B {
                        assert value > 0;

                        // five lines
                    }
                }
                """);

        SourceTree tree = SourceTree.of(root);

        assertThat(tree.files()).containsExactly(new Part("A.java", 15));
        assertThat(tree.methods())
                .containsExactly(new Part("A.<init>", 1), new Part("A.three", 3), new Part("A.<init>", 5));
        assertThat(tree.publicTypes()).isEqualTo(List.of("a.A"));
        assertThat(tree.hiddenTypes()).isEqualTo(List.of("a.B"));
        assertThat(tree.hiddenPercent()).isEqualTo(50);
    }
}
