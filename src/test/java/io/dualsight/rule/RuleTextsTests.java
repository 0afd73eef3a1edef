package io.dualsight.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.dualsight.detect.TraceStep;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RuleTextsTests {

    private static final List<String> PARTS = List.of(".title", ".summary", ".why", ".fix");

    private final RuleTexts english = RuleTexts.of(Locale.ENGLISH);
    private final RuleTexts chinese = RuleTexts.of(Locale.SIMPLIFIED_CHINESE);
    private final RuleBook rules = new RuleBook(Thresholds.DEFAULT);

    static Stream<RuleCase> cases() {
        return RuleCaseTests.cases();
    }

    @Test
    void hasWordsForEveryRuleInBothLanguages() {
        for (String rule : RuleBook.ids()) {
            for (String part : PARTS) {
                assertThat(english.template(rule + part)).as(rule + part).isNotBlank();
                assertThat(chinese.template(rule + part)).as(rule + part).isNotBlank();
            }
        }
    }

    @Test
    void takesARuleForFailedByItsOwnFailureAlone() {
        Map<String, String> calico = Map.of("method", "first-found", "failure", "failed to autodetect an IPv4 address");
        assertThat(english.summary("CALICO_V4_AUTODETECT_ON_V6ONLY", calico)).startsWith("calico-node looks for");
        assertThat(english.summary("NO_DEFAULT_ROUTE", Map.of(RuleBook.FAILURE, "odd")))
                .isEqualTo("This rule could not judge the node: odd.");
    }

    @Test
    void hasTheSameKeysInBothLanguagesButSources() {
        Set<String> keys = new TreeSet<>(english.keys());
        keys.removeIf(key -> key.endsWith(".source"));

        assertThat(chinese.keys()).containsExactlyInAnyOrderElementsOf(keys);
    }

    @Test
    void hasNoWordsForRulesThatAreNone() {
        assertThat(english.keys())
                .filteredOn(
                        key -> !key.startsWith("reason.") && !key.startsWith("trace.") && !key.equals("failed.summary"))
                .allMatch(key -> RuleBook.ids().contains(key.substring(0, key.indexOf('.'))));
    }

    @Test
    void speaksOfTheSameValuesInBothLanguages() {
        SoftAssertions softly = new SoftAssertions();
        for (String key : chinese.keys()) {
            softly.assertThat(new TreeSet<>(Template.names(chinese.template(key))))
                    .as(key)
                    .isEqualTo(new TreeSet<>(Template.names(english.template(key))));
        }
        softly.assertAll();
    }

    @Test
    void writesChineseInChinese() {
        assertThat(chinese.keys())
                .allMatch(key -> chinese.template(key)
                        .codePoints()
                        .anyMatch(each -> Character.UnicodeScript.of(each) == Character.UnicodeScript.HAN));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void fillsEveryPlaceOfASummaryFromTheEvidence(RuleCase each) {
        Finding finding = rules.judge(each.fires()).findings().stream()
                .filter(one -> one.rule().equals(each.rule()))
                .findFirst()
                .orElseThrow();

        for (RuleTexts texts : List.of(english, chinese)) {
            assertThat(texts.summary(finding.rule(), finding.evidence()))
                    .doesNotContain("–", "[[", "]]", "{", "}")
                    .doesNotContain("could not judge", "无法判断此节点")
                    .isNotBlank();
            assertThat(texts.fix(finding.rule(), finding.evidence()))
                    .doesNotContain("–", "[[", "]]", "{", "}")
                    .isNotBlank();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void wordsEveryStepAndReason(RuleCase each) {
        Judgement judgement = rules.judge(each.fires());

        for (RuleTexts texts : List.of(english, chinese)) {
            assertThat(judgement.prediction().trace())
                    .map(TraceStep::why)
                    .allSatisfy(why ->
                            assertThat(texts.say(why)).isNotEqualTo(why.code()).doesNotContain("–", "{"));
            for (FamilyStatus status :
                    List.of(judgement.families().ipv4(), judgement.families().ipv6())) {
                assertThat(texts.reason(status))
                        .isNotEqualTo(status.reason().code())
                        .doesNotContain("–", "{");
            }
        }
    }

    @Test
    void showsAStoredFindingInEitherLanguage() {
        Map<String, Object> evidence = Map.of("chosen", List.of("2001:db8:1::10"), "by", "default route");

        assertThat(english.summary("NODE_IP_AUTODETECTED", evidence))
                .isEqualTo("node-ip is not set: 2001:db8:1::10 was taken by default route.");
        assertThat(chinese.summary("NODE_IP_AUTODETECTED", evidence))
                .startsWith("未设置 node-ip")
                .contains("2001:db8:1::10");
    }

    @Test
    void showsTheIdOfARuleThatIsNotKnownAnyMore() {
        assertThat(english.summary("RETIRED_RULE", Map.of())).isEqualTo("RETIRED_RULE");
        assertThat(english.fix("RETIRED_RULE", Map.of())).isEmpty();
    }

    @Test
    void fallsBackToEnglishForOtherLanguages() {
        assertThat(RuleTexts.of(Locale.FRENCH).title("NO_DEFAULT_ROUTE")).isEqualTo("No default route");
        assertThat(RuleTexts.of(Locale.TRADITIONAL_CHINESE)).isSameAs(chinese);
    }
}
