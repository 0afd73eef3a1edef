package io.dualsight.store;

import io.dualsight.contract.ConfigFacts;
import io.dualsight.contract.HostFacts;
import io.dualsight.contract.InterfaceAddress;
import io.dualsight.contract.Interfaces;
import io.dualsight.contract.KubernetesFacts;
import io.dualsight.contract.Report;
import io.dualsight.rule.FamilyStatus;
import io.dualsight.rule.Finding;
import io.dualsight.rule.Judgement;
import io.dualsight.rule.Severity;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a judged report makes of its node's status. */
final class Snapshots {

    private static final int MOST_ADDRESSES = 64;

    private Snapshots() {}

    static Snapshot of(Report report, Judgement judgement, String judgementSha256) {
        Long seconds = judgement.readyTime().seconds();
        return new Snapshot(
                judged(judgement),
                family(judgement.families().ipv4()),
                family(judgement.families().ipv6()),
                nodeIps(report, judgement),
                platform(report.host(), judgement.cni()),
                seconds == null ? null : seconds.doubleValue(),
                new Snapshot.Detail(addresses(report), judgementSha256));
    }

    private static NodeStatus.Judged judged(Judgement judgement) {
        Map<Severity, Integer> findings = new EnumMap<>(Severity.class);
        judgement.findings().forEach(finding -> findings.merge(finding.severity(), 1, Integer::sum));
        return new NodeStatus.Judged(
                judgement.families().host(),
                judgement.verdict(),
                judgement.incorrectNodeIp(),
                judgement.findings().stream().map(Finding::rule).distinct().toList(),
                findings);
    }

    private static NodeStatus.Family family(FamilyStatus family) {
        return new NodeStatus.Family(
                family.status(),
                family.address() == null ? null : family.address().toString(),
                Text.cleanAbsent(family.device()));
    }

    private static NodeStatus.NodeIps nodeIps(Report report, Judgement judgement) {
        ConfigFacts config = report.config();
        KubernetesFacts kubernetes = report.kubernetes();
        return new NodeStatus.NodeIps(
                stored(config == null ? List.of() : config.items("node-ip")),
                stored(judgement.predictedNodeIps()),
                stored(
                        kubernetes == null || kubernetes.internalIps() == null
                                ? List.of()
                                : kubernetes.internalIps().texts()),
                stored(judgement.recommendedNodeIps().texts()));
    }

    /** The list as it will come back from its column, so that it equals itself. */
    private static List<String> stored(List<String> items) {
        return Text.split(Text.join(items));
    }

    private static NodeStatus.Platform platform(HostFacts host, @Nullable String cni) {
        return new NodeStatus.Platform(
                Text.cleanAbsent(host.distribution().name()),
                Text.cleanAbsent(host.distribution().version()),
                Text.cleanAbsent(cni),
                stored(host.roles()));
    }

    /** Those that stay: temporary addresses come and go every day, and link-local ones say nothing. */
    private static String addresses(Report report) {
        Interfaces interfaces = report.network().interfaces();
        if (interfaces == null) {
            return "";
        }
        return Text.join(interfaces
                .addresses()
                .filter(each ->
                        each.address().isGlobalUnicast() && !each.flags().has("temporary"))
                .map(InterfaceAddress::cidr)
                .limit(MOST_ADDRESSES)
                .toList());
    }
}
