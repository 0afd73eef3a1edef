package io.dualsight.web;

import io.dualsight.contract.Report;
import io.dualsight.rule.Judgement;
import io.dualsight.store.NodeStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Everything that is known of one node now.
 *
 * @param status its row
 * @param report its newest report
 * @param judged the judgement as it was stored: what is shown and counted everywhere
 * @param explained the same report judged again, for the reasons that are not stored
 */
record NodeRecord(NodeStatus status, Report report, Map<String, Object> judged, Judgement explained) {

    /** The stored findings, worst first. */
    List<StoredFinding> findings() {
        List<StoredFinding> findings = new ArrayList<>();
        if (judged.get("findings") instanceof List<?> trees) {
            for (Object tree : trees) {
                findings.add(StoredFinding.of((Map<?, ?>) tree));
            }
        }
        return findings;
    }
}
