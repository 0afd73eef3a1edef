package io.dualsight.web;

import io.dualsight.rule.RuleTexts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts findings into the reader's words. */
final class FindingWords {

    private final RuleTexts texts;

    FindingWords(Wording wording) {
        this.texts = RuleTexts.of(wording.locale());
    }

    List<NodeDetails.Finding> findings(List<StoredFinding> findings) {
        return findings.stream().map(this::finding).toList();
    }

    private NodeDetails.Finding finding(StoredFinding finding) {
        String why = texts.why(finding.rule());
        return new NodeDetails.Finding(
                finding.rule(),
                finding.severity(),
                texts.title(finding.rule()),
                texts.summary(finding.rule(), finding.evidence()),
                why.isEmpty() ? null : why,
                evidence(finding.evidence()),
                fix(finding));
    }

    private static List<NodeDetails.Pair> evidence(Map<String, Object> evidence) {
        List<NodeDetails.Pair> pairs = new ArrayList<>();
        evidence.forEach((name, value) -> pairs.add(new NodeDetails.Pair(name, text(value))));
        return pairs;
    }

    private static String text(Object value) {
        return value instanceof List<?> list
                ? list.stream().map(String::valueOf).collect(Collectors.joining("\n"))
                : String.valueOf(value);
    }

    private NodeDetails.@Nullable Fix fix(StoredFinding finding) {
        String text = texts.fix(finding.rule(), finding.evidence());
        if (text.isEmpty() && finding.snippet() == null && finding.verify() == null) {
            return null;
        }
        return new NodeDetails.Fix(text, finding.file(), finding.snippet(), finding.verify());
    }
}
