package io.dualsight.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplateTests {

    @Test
    void fillsPlaces() {
        assertThat(Template.fill("{a} and {b}", Map.of("a", "one", "b", List.of("two", "three"))))
                .isEqualTo("one and two, three");
    }

    @Test
    void leavesOutWhatSpeaksOfAMissingValue() {
        assertThat(Template.fill("x[[ {a}]][[ {b}]]", Map.of("a", "1"))).isEqualTo("x 1");
        assertThat(Template.fill("x[[ {a} {b}]]", Map.of("a", "1"))).isEqualTo("x");
    }

    @Test
    void asksForAValueWithoutShowingIt() {
        assertThat(Template.fill("x[[{?a} y]]", Map.of("a", "1"))).isEqualTo("x y");
        assertThat(Template.fill("x[[{?a} y]]", Map.of())).isEqualTo("x");
    }

    @Test
    void takesValuesAsTheyAre() {
        assertThat(Template.fill("{a}", Map.of("a", "$1 \\ {b} [[c]]"))).isEqualTo("$1 \\ {b} [[c]]");
        assertThat(Template.fill("[[{a}]]!", Map.of("a", "$0\\"))).isEqualTo("$0\\!");
    }

    @Test
    void marksAValueThatIsMissingWhereNothingCanBeLeftOut() {
        assertThat(Template.fill("{a}!", Map.of())).isEqualTo("–!");
    }
}
