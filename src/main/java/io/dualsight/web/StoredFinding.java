package io.dualsight.web;

import io.dualsight.rule.Finding;
import io.dualsight.rule.Remediation;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A finding as the stored judgement has it, without its words: those are made anew, in the reader's language.
 *
 * @param rule its id
 * @param severity in lower case
 * @param evidence strings and lists of strings, by name
 * @param file where the snippet goes; absent where it is a command or there is none
 * @param snippet lines to copy; absent where there are none
 * @param verify a command that shows whether it worked; absent where the next report shows it
 */
record StoredFinding(
        String rule,
        String severity,
        Map<String, Object> evidence,
        @Nullable String file,
        @Nullable String snippet,
        @Nullable String verify) {

    static StoredFinding of(Finding finding) {
        Remediation fix = finding.remediation();
        return new StoredFinding(
                finding.rule(), finding.severity().wire(), finding.evidence(), fix.file(), fix.snippet(), fix.verify());
    }

    static StoredFinding of(Map<?, ?> tree) {
        Map<?, ?> remediation = tree.get("remediation") instanceof Map<?, ?> map ? map : Map.of();
        return new StoredFinding(
                String.valueOf(tree.get("rule")),
                String.valueOf(tree.get("severity")),
                evidence(tree.get("evidence")),
                text(remediation, "file"),
                text(remediation, "snippet"),
                text(remediation, "verify"));
    }

    private static Map<String, Object> evidence(@Nullable Object tree) {
        Map<String, Object> evidence = new LinkedHashMap<>();
        if (tree instanceof Map<?, ?> map) {
            map.forEach((name, value) -> evidence.put((String) name, value));
        }
        return evidence;
    }

    private static @Nullable String text(Map<?, ?> tree, String name) {
        return tree.get(name) instanceof String text ? text : null;
    }
}
