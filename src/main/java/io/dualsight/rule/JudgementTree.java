package io.dualsight.rule;

import io.dualsight.contract.IpFamily;
import io.dualsight.contract.IpList;
import io.dualsight.detect.CalicoOutcome;
import io.dualsight.detect.Prediction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A judgement as the JSON tree of {@code contract.md}: maps, lists, strings, numbers, booleans and {@code null}. */
public final class JudgementTree {

    private final RuleTexts texts;

    private JudgementTree(RuleTexts texts) {
        this.texts = texts;
    }

    /** The tree, its texts in that language. */
    public static Map<String, Object> of(Judgement judgement, Locale locale) {
        return new JudgementTree(RuleTexts.of(locale)).judgement(judgement);
    }

    /** One finding, its texts in that language. */
    public static Map<String, Object> of(Finding finding, Locale locale) {
        return new JudgementTree(RuleTexts.of(locale)).finding(finding);
    }

    private Map<String, Object> judgement(Judgement judgement) {
        Map<String, Object> tree = new LinkedHashMap<>();
        NodeFamilies families = judgement.families();
        tree.put("family", families.host().wire());
        tree.put("verdict", judgement.verdict().wire());
        tree.put(
                "clusterFamilies",
                families.cluster().stream().map(IpFamily::wire).toList());
        tree.put("ipv4", status(families.ipv4()));
        tree.put("ipv6", status(families.ipv6()));
        tree.put("prediction", prediction(judgement.prediction()));
        tree.put("recommendedNodeIps", judgement.recommendedNodeIps().texts());
        tree.put("readyTime", readyTime(judgement.readyTime()));
        tree.put("incorrectNodeIp", judgement.incorrectNodeIp());
        tree.put("findings", judgement.findings().stream().map(this::finding).toList());
        return tree;
    }

    private Map<String, Object> status(FamilyStatus status) {
        return tree(
                "status", status.status().wire(),
                "address", status.address() == null ? null : status.address().toString(),
                "interface", status.device(),
                "reason", texts.reason(status));
    }

    private static Map<String, Object> prediction(Prediction prediction) {
        Map<String, Object> tree = tree(
                "nodeIps", list(prediction.nodeIp().nodeIps()),
                "fatal", prediction.nodeIp().fatal(),
                "kubeletNodeIps", list(prediction.kubelet().nodeIps()),
                "kubeletError", prediction.kubelet().error());
        Object advertised = prediction.controlPlane().advertiseAddress();
        tree.put("advertiseAddress", advertised == null ? null : advertised.toString());
        tree.put("apiserverFatal", prediction.controlPlane().apiserverFatal());
        tree.put("kubeletLoopback", prediction.kubelet().loopback());
        tree.put("etcdLoopback", prediction.controlPlane().etcdLoopback());
        CalicoOutcome calico = prediction.calico();
        tree.put("calico", calico == null ? null : calico(calico));
        return tree;
    }

    private static Map<String, Object> calico(CalicoOutcome calico) {
        return tree(
                "ipv4", calico.ipv4().env(),
                "ipv6", calico.ipv6().env(),
                "ipv4Address", calico.address(IpFamily.IPV4),
                "ipv6Address", calico.address(IpFamily.IPV6),
                "failure", calico.failure());
    }

    private static Map<String, Object> readyTime(ReadyTime time) {
        return tree("method", time.method(), "seconds", time.seconds(), "reason", time.reason());
    }

    private Map<String, Object> finding(Finding finding) {
        Remediation remediation = finding.remediation();
        return tree(
                "rule", finding.rule(),
                "severity", finding.severity().wire(),
                "summary", texts.summary(finding.rule(), finding.evidence()),
                "evidence", finding.evidence(),
                "remediation",
                        tree(
                                "summary", texts.fix(finding.rule(), finding.evidence()),
                                "file", remediation.file(),
                                "snippet", remediation.snippet(),
                                "verify", remediation.verify()));
    }

    private static @Nullable List<String> list(@Nullable IpList list) {
        return list == null ? null : list.texts();
    }

    /** Names and values in turn. */
    private static Map<String, Object> tree(@Nullable Object... pairs) {
        Map<String, Object> tree = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            tree.put((String) pairs[i], pairs[i + 1]);
        }
        return tree;
    }
}
