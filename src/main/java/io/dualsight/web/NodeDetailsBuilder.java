package io.dualsight.web;

import io.dualsight.contract.IpFamily;
import io.dualsight.contract.Json;
import io.dualsight.contract.Report;
import io.dualsight.contract.ReportWriter;
import io.dualsight.rule.FamilyStatus;
import io.dualsight.rule.RuleTexts;
import io.dualsight.store.Criterion;
import io.dualsight.store.NodeChange;
import io.dualsight.store.NodeStatus;
import java.util.List;
import java.util.Map;

/** Puts a node's page into words. */
final class NodeDetailsBuilder {

    private final NodeRecord node;
    private final NodeStatus status;
    private final Report report;
    private final Wording wording;
    private final RuleTexts texts;

    NodeDetailsBuilder(NodeRecord node, Wording wording) {
        this.node = node;
        this.status = node.status();
        this.report = node.report();
        this.wording = wording;
        this.texts = RuleTexts.of(wording.locale());
    }

    NodeDetails build(List<NodeChange> changes) {
        List<NodeDetails.Finding> findings = new FindingWords(wording).findings(node.findings());
        return new NodeDetails(
                head(findings),
                List.of(family(IpFamily.IPV4, status.ipv4()), family(IpFamily.IPV6, status.ipv6())),
                findings,
                new SourceTable(node, wording).says(),
                new ChoiceWords(wording).choices(node.explained().prediction()),
                new NetworkTable(wording).network(report.network()),
                new NodeDetails.Past(new ChangeWords(wording).lines(changes), Json.pretty(ReportWriter.tree(report))));
    }

    private NodeDetails.Head head(List<NodeDetails.Finding> findings) {
        String cluster = status.key().cluster();
        return new NodeDetails.Head(
                NodeLink.to(cluster, status.key().node()),
                ListAddress.where(Criterion.CLUSTER, cluster),
                status.judged().verdict().wire(),
                status.seen().stale(),
                reason(findings),
                new NodeDetails.Times(wording.moment(status.seen().lastReportAt()), wording.moment(wording.now())),
                new NodeFactWords(node, wording).facts());
    }

    private String reason(List<NodeDetails.Finding> findings) {
        if (status.seen().stale() && status.seen().deleted()) {
            return wording.text("reason.deleted");
        }
        if (report.isWatched()) {
            return wording.text("reason.watched");
        }
        return findings.isEmpty() ? reasonWithoutFindings() : findings.get(0).summary();
    }

    private String reasonWithoutFindings() {
        String key = "reason." + status.judged().verdict().wire();
        return wording.text(key.equals("reason.unknown") ? key : "reason.ok");
    }

    private NodeDetails.Family family(IpFamily family, NodeStatus.Family now) {
        return new NodeDetails.Family(
                family == IpFamily.IPV4 ? "IPv4" : "IPv6",
                now.status().wire(),
                now.address(),
                now.networkInterface(),
                reason(family, now));
    }

    /** In the reader's language where judging again comes to the same; else as it was stored, in English. */
    private String reason(IpFamily family, NodeStatus.Family now) {
        FamilyStatus again = node.explained().families().of(family);
        if (again.status() == now.status()) {
            return texts.reason(again);
        }
        Object stored = node.judged().get(family.wire());
        return stored instanceof Map<?, ?> tree && tree.get("reason") instanceof String text ? text : "";
    }
}
