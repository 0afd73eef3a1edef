package io.dualsight.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;

/** Rules that an operator does not want to hear of. */
class SwitchedOffTests {

    private static final String WRONG_FAMILY = "V6ONLY_NODE_IP_IS_V4";

    private final Facts facts = TestNode.ipv6Only()
            .eth0("2001:db8:1::10/64", "192.0.2.10/24")
            .config("node-ip", "192.0.2.10")
            .facts();

    private Judgement judge(String... off) {
        return new RuleBook(Thresholds.DEFAULT, Set.of(off)).judge(facts);
    }

    @Test
    void findNothingAndAllOthersFindWhatTheyFound() {
        assertThat(judge().findings()).extracting(Finding::rule).contains(WRONG_FAMILY);

        assertThat(judge(WRONG_FAMILY).findings())
                .containsExactlyElementsOf(judge().findings().stream()
                        .filter(finding -> !finding.rule().equals(WRONG_FAMILY))
                        .toList());
    }

    @Test
    void doNotCountForTheVerdict() {
        String[] all = judge().findings().stream().map(Finding::rule).toArray(String[]::new);

        assertThat(judge().verdict()).isEqualTo(Verdict.CRITICAL);
        assertThat(judge().incorrectNodeIp()).isTrue();
        assertThat(judge(all).verdict()).isEqualTo(Verdict.OK);
        assertThat(judge(all).incorrectNodeIp()).isFalse();
    }

    @Test
    void mustExist() {
        assertThatThrownBy(() -> judge("NO_SUCH_RULE")).hasMessage("no rule is called 'NO_SUCH_RULE'");
    }
}
