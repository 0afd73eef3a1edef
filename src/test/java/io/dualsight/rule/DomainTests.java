package io.dualsight.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rule book and the ground truth list the same rules; the log catalogue speaks of no others. */
class DomainTests {

    private static final Path DOMAIN = Path.of("../shared/design/domain.md");
    private static final Pattern ROW = Pattern.compile("^\\| ([A-Z][A-Z0-9_]+) \\|");

    @Test
    void listsTheRulesOfTheGroundTruthInItsOrder() throws IOException {
        Assumptions.assumeTrue(Files.exists(DOMAIN), "skipped: no " + DOMAIN + " beside the project");
        List<String> rows = new ArrayList<>();
        boolean inside = false;
        for (String line : Files.readAllLines(DOMAIN)) {
            inside = line.startsWith("### 8.2 Rules") || inside && !line.startsWith("### ");
            Matcher matcher = ROW.matcher(line);
            if (inside && matcher.find() && !matcher.group(1).equals("ID")) {
                rows.add(matcher.group(1));
            }
        }

        assertThat(RuleBook.ids()).containsExactlyElementsOf(rows);
    }

    @ParameterizedTest
    @MethodSource("io.dualsight.rule.RuleCaseTests#cases")
    void declaresEverySeverityThatARuleHas(RuleCase each) {
        assertThat(Severities.of(each.rule())).contains(each.severity()).isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Test
    void givesEveryRuleAnIdOfItsOwn() {
        assertThat(RuleBook.ids()).doesNotHaveDuplicates().hasSize(64);
    }

    @Test
    void catalogueNamesOnlyRulesThatExist() {
        assertThat(LogCatalogue.entries())
                .allSatisfy(entry -> assertThat(RuleBook.ids()).containsAll(entry.rules()))
                .extracting(LogCatalogue.Entry::code)
                .doesNotHaveDuplicates();
    }
}
