package io.dualsight.triage;

import io.dualsight.contract.Json;
import io.dualsight.contract.ProbeError;
import io.dualsight.contract.Report;
import io.dualsight.rule.Finding;
import io.dualsight.rule.Remediation;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a finding's row keeps of what the rule said. The words are made from it when it is read, in the reader's language.
 *
 * @param evidence strings and lists of strings, by name
 * @param remediation what to change
 */
record Detail(Map<String, Object> evidence, Remediation remediation) {

    private static final int LONGEST = 300_000;
    private static final int LONGEST_UNREAD = 4096;

    static FindingRow.Found found(Finding finding, String unread) {
        String json = write(finding.evidence(), finding.remediation());
        if (json.length() > LONGEST) {
            json = write(Map.of(), Remediation.NONE);
        }
        return new FindingRow.Found(finding.severity(), json, sha256(json), unread);
    }

    /** What the agent could not read, so that its absence is not taken for a cure. */
    static String unread(Report report) {
        if (report.agent() == null || report.agent().probeErrors().isEmpty()) {
            return "";
        }
        String joined = report.agent().probeErrors().stream()
                .map(ProbeError::probe)
                .sorted()
                .distinct()
                .collect(Collectors.joining(" "));
        return clean(joined.substring(0, Math.min(joined.length(), LONGEST_UNREAD)));
    }

    static Detail read(String json) {
        Map<?, ?> tree = tree(Json.read(json));
        Map<String, Object> evidence = new LinkedHashMap<>();
        tree(tree.get("evidence")).forEach((name, value) -> evidence.put((String) name, value));
        Map<?, ?> fix = tree(tree.get("remediation"));
        return new Detail(evidence, new Remediation(text(fix, "file"), text(fix, "snippet"), text(fix, "verify")));
    }

    private static Map<?, ?> tree(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }

    private static @Nullable String text(Map<?, ?> tree, String name) {
        return tree.get(name) instanceof String text ? text : null;
    }

    private static String write(Map<String, Object> evidence, Remediation fix) {
        Map<String, @Nullable Object> lines = new LinkedHashMap<>();
        lines.put("file", fix.file());
        lines.put("snippet", fix.snippet());
        lines.put("verify", fix.verify());
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("evidence", evidence);
        tree.put("remediation", lines);
        return clean(Json.write(tree));
    }

    /** Neither database takes half a surrogate pair. */
    private static String clean(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
