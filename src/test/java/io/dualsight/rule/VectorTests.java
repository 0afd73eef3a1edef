package io.dualsight.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.dualsight.contract.Json;
import io.dualsight.contract.Report;
import io.dualsight.contract.ReportReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The reports of {@code vectors/} get the judgement that stands beside them. */
class VectorTests {

    private static final Path SHARED = Path.of("../shared/vectors");

    private static final RuleBook RULES = new RuleBook(Thresholds.DEFAULT);

    static Stream<Path> ownCopies() throws IOException, URISyntaxException {
        return files("/vectors");
    }

    /** The JSON files of a folder of the test resources. */
    static Stream<Path> files(String folder) throws IOException, URISyntaxException {
        return files(Path.of(VectorTests.class.getResource(folder).toURI()));
    }

    private static Stream<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("ownCopies")
    void judgesAsExpected(Path vector) {
        check(vector);
    }

    @Test
    void judgesTheSharedVectorsAsExpected() throws IOException {
        Assumptions.assumeTrue(Files.isDirectory(SHARED), "skipped: no " + SHARED + " beside the project");
        files(SHARED).forEach(VectorTests::check);
    }

    @Test
    void holdsACopyOfEverySharedVector() throws IOException, URISyntaxException {
        Assumptions.assumeTrue(Files.isDirectory(SHARED), "skipped: no " + SHARED + " beside the project");
        List<String> shared =
                files(SHARED).map(file -> file.getFileName().toString()).toList();
        List<String> own =
                ownCopies().map(file -> file.getFileName().toString()).toList();

        assertThat(own).containsAll(shared);
    }

    @Test
    void knowsEveryRuleThatAVectorExpects() throws IOException, URISyntaxException {
        List<String> toCome = new ArrayList<>();
        ownCopies()
                .forEach(vector -> ruleIds(expected(vector)).stream()
                        .filter(rule -> !RuleBook.ids().contains(rule))
                        .forEach(rule -> toCome.add(vector.getFileName() + ": " + rule)));

        assertThat(toCome).as("rules still to come").isEmpty();
    }

    static void check(Path vector) {
        Report report = ReportReader.read(map(read(vector).get("report")), null);
        Map<String, Object> expected = expected(vector);
        Map<String, Object> actual = JudgementTree.of(RULES.judge(Facts.of(report)), Locale.ENGLISH);
        SoftAssertions softly = new SoftAssertions();
        expected.forEach((name, value) -> {
            if (!name.equals("rules")) {
                compare(softly, vector.getFileName() + " " + name, value, actual.get(name));
            }
        });
        checkRules(softly, vector, ruleIds(expected), actual);
        softly.assertAll();
    }

    /** What is expected is a subset of the answer. */
    private static void compare(SoftAssertions softly, String place, Object expected, Object actual) {
        if (expected instanceof Map<?, ?> parts && actual instanceof Map<?, ?> whole) {
            parts.forEach((name, value) -> compare(softly, place + "." + name, value, whole.get(name)));
        } else {
            softly.assertThat(actual).as(place).isEqualTo(expected);
        }
    }

    private static void checkRules(
            SoftAssertions softly, Path vector, Set<String> expected, Map<String, Object> actual) {
        List<Map<String, Object>> findings = ((List<?>) actual.get("findings"))
                .stream().map(VectorTests::map).toList();
        softly.assertThat(findings.stream().map(each -> (String) each.get("rule")))
                .as(vector.getFileName() + " rules")
                .containsAll(expected);
        softly.assertThat(findings.stream()
                        .filter(each -> Set.of("error", "critical").contains(each.get("severity")))
                        .map(each -> (String) each.get("rule")))
                .as(vector.getFileName() + " errors")
                .isSubsetOf(expected);
    }

    static Map<String, Object> expected(Path vector) {
        return map(read(vector).get("expected"));
    }

    static Set<String> ruleIds(Map<String, Object> expected) {
        return Set.copyOf(((List<?>) expected.get("rules"))
                .stream().map(String.class::cast).toList());
    }

    private static Map<String, Object> read(Path file) {
        try {
            return map(Json.read(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object tree) {
        return (Map<String, Object>) tree;
    }
}
