package io.dualsight.triage;

import static org.assertj.core.api.Assertions.assertThat;

import io.dualsight.contract.Json;
import io.dualsight.contract.Report;
import io.dualsight.contract.ReportReader;
import io.dualsight.rule.Facts;
import io.dualsight.rule.Finding;
import io.dualsight.rule.Judgement;
import io.dualsight.rule.Remediation;
import io.dualsight.rule.RuleBook;
import io.dualsight.rule.Severity;
import io.dualsight.rule.Thresholds;
import io.dualsight.store.NodeKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Bundles of whole reports with secrets, names and addresses planted wherever a report has room for them. */
class BundlesTests {

    private static final RuleBook RULES = new RuleBook(Thresholds.DEFAULT);
    private static final int PLANTS = 1000;

    private static TrackedFinding finding(Report report) {
        Instant then = Instant.parse("2026-11-22T10:00:00Z");
        NodeKey node = new NodeKey(report.origin().cluster(), report.origin().node());
        return new TrackedFinding(
                1,
                1,
                node,
                new TrackedFinding.Found(
                        "NODE_IP_IS_VIP", Severity.ERROR, Map.of("node", node.node()), Remediation.NONE),
                new TrackedFinding.State(FindingStatus.OPEN, false, "alice", null, null, 1),
                new TrackedFinding.Seen(then, then, then, null, 1, 1, true));
    }

    private static List<String> rules(Judgement judgement) {
        return judgement.findings().stream().map(Finding::rule).toList();
    }

    @Test
    void showNothingOfAThousandPlantsAndAreJudgedAsTheReportsThemselves() throws IOException {
        Plants plants = new Plants(new Random(11));
        List<Path> vectors = RedactionTests.vectors();
        for (int i = 0; plants.all().size() < PLANTS; i++) {
            plants.forget();
            Path vector = vectors.get(i % vectors.size());
            Map<?, ?> tree = (Map<?, ?>) Json.read(Files.readString(vector));
            Report report = ReportReader.read(plants.into((Map<?, ?>) tree.get("report")), "cluster");
            Map<String, Object> bundle = Bundles.bundle(finding(report), report, RULES);

            String text = Json.pretty(bundle);
            assertThat(plants.fresh())
                    .as(vector.toString())
                    .noneMatch(plant -> text.toLowerCase(Locale.ROOT).contains(plant.toLowerCase(Locale.ROOT)));
            Map<?, ?> written = (Map<?, ?>) Json.read(text);
            Judgement again = RULES.judge(Facts.of(ReportReader.read(written.get("report"), null)));
            Judgement before = RULES.judge(Facts.of(report));
            assertThat(again.verdict()).as(vector.toString()).isEqualTo(before.verdict());
            assertThat(rules(again)).as(vector.toString()).isEqualTo(rules(before));
            assertThat(((Map<?, ?>) written.get("judgement")).get("verdict"))
                    .isEqualTo(before.verdict().wire());
        }
    }
}
