package io.dualsight.web;

import io.dualsight.contract.IpFamily;
import io.dualsight.contract.IpList;
import io.dualsight.detect.CalicoOutcome;
import io.dualsight.detect.FlannelOutcome;
import io.dualsight.detect.Prediction;
import io.dualsight.detect.TraceStep;
import io.dualsight.detect.TraceStep.Chooser;
import io.dualsight.rule.RuleTexts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says why each piece of software chose its address, candidate by candidate. */
final class ChoiceWords {

    private final Wording wording;
    private final RuleTexts texts;

    ChoiceWords(Wording wording) {
        this.wording = wording;
        this.texts = RuleTexts.of(wording.locale());
    }

    /** One for each chooser that looked at anything. */
    List<NodeDetails.Choice> choices(Prediction prediction) {
        List<NodeDetails.Choice> choices = new ArrayList<>();
        for (Chooser chooser : Chooser.values()) {
            List<NodeDetails.Step> steps = prediction.trace().stream()
                    .filter(step -> step.chooser() == chooser)
                    .map(this::step)
                    .toList();
            if (!steps.isEmpty()) {
                choices.add(new NodeDetails.Choice(
                        wording.text("choice." + key(chooser)), outcome(chooser, prediction), steps));
            }
        }
        return choices;
    }

    private NodeDetails.Step step(TraceStep step) {
        IpFamily family = step.family();
        return new NodeDetails.Step(
                key(step.outcome()),
                wording.text("step." + key(step.outcome())),
                family == null ? null : family == IpFamily.IPV4 ? "IPv4" : "IPv6",
                texts.step(step));
    }

    private String outcome(Chooser chooser, Prediction prediction) {
        return switch (chooser) {
            case NODE_IP ->
                said(list(prediction.nodeIp().nodeIps()), prediction.nodeIp().fatal());
            case ADVERTISE ->
                said(
                        text(prediction.controlPlane().advertiseAddress()),
                        prediction.controlPlane().apiserverFatal());
            case KUBELET ->
                said(list(prediction.kubelet().nodeIps()), prediction.kubelet().error());
            case CALICO -> calico(prediction.calico());
            case FLANNEL -> flannel(prediction.flannel());
        };
    }

    private String calico(@Nullable CalicoOutcome calico) {
        return calico == null
                ? wording.text("unknown")
                : said(both(calico.address(IpFamily.IPV4), calico.address(IpFamily.IPV6)), calico.failure());
    }

    private String flannel(@Nullable FlannelOutcome flannel) {
        return flannel == null
                ? wording.text("unknown")
                : said(both(flannel.ipv4Interface(), flannel.ipv6Interface()), flannel.failure());
    }

    /** The error in the software's own words where there is one, else what it chose. */
    private String said(@Nullable String chosen, @Nullable String error) {
        return error == null ? wording.orUnknown(chosen) : error;
    }

    private static @Nullable String list(@Nullable IpList list) {
        return list == null ? null : String.join(", ", list.texts());
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static String both(@Nullable String ipv4, @Nullable String ipv6) {
        return Stream.of(ipv4, ipv6).filter(Objects::nonNull).distinct().collect(Collectors.joining(", "));
    }

    private static String key(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
