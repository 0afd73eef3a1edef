package io.dualsight.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.dualsight.rule.RuleBook;
import io.dualsight.rule.Thresholds;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RuleFingerprintTests {

    private static String of(Thresholds thresholds) {
        return new RuleFingerprint(new RuleBook(thresholds)).text();
    }

    @Test
    void isTheSameForTheSameRules() {
        assertThat(of(Thresholds.DEFAULT)).isEqualTo(of(Thresholds.DEFAULT)).matches("[0-9a-f]{64}");
    }

    @Test
    void followsWhatIsSwitchedOff() {
        RuleBook other = new RuleBook(Thresholds.DEFAULT, Set.of("NODE_IP_DYNAMIC"));
        assertThat(new RuleFingerprint(other).text()).isNotEqualTo(of(Thresholds.DEFAULT));
    }

    @Test
    void followsTheLimits() {
        Thresholds usual = Thresholds.DEFAULT;
        Thresholds other = new Thresholds(
                usual.staleIntervals(),
                usual.reportInterval(),
                usual.tentative(),
                usual.registration(),
                usual.readyDeadline(),
                Duration.ofSeconds(301),
                usual.virtualInterfaces());
        assertThat(of(other)).isNotEqualTo(of(usual));
    }

    @Test
    void followsTheListOfVirtualInterfaces() {
        Thresholds usual = Thresholds.DEFAULT;
        Thresholds other = new Thresholds(
                usual.staleIntervals(),
                usual.reportInterval(),
                usual.tentative(),
                usual.registration(),
                usual.readyDeadline(),
                usual.slowReady(),
                List.of("^mine"));
        assertThat(of(other)).isNotEqualTo(of(usual));
    }
}
