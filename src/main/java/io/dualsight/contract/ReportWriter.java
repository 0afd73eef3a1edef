package io.dualsight.contract;

import java.util.Map;

/** Writes a report as the JSON of {@code schemaVersion} 1; what {@link ReportReader} reads back equal. */
public final class ReportWriter {

    private ReportWriter() {}

    /** The report as a JSON tree, fields in the contract's order, absent facts left out. */
    public static Map<String, Object> tree(Report report) {
        Origin origin = report.origin();
        Tree tree = new Tree()
                .put("schemaVersion", (long) origin.schemaVersion())
                .text("reportId", origin.reportId())
                .put("cluster", origin.cluster().isEmpty() ? null : origin.cluster())
                .put("node", origin.node())
                .text("collectedAt", origin.collectedAt());
        if (report.agent() != null) {
            tree.put("agent", AgentWire.write(report.agent()));
        }
        tree.section("host", HostWire.write(report.host()));
        if (report.config() != null) {
            tree.put("config", ConfigWire.write(report.config()));
        }
        NetworkWire.write(report.network(), tree);
        if (report.kubernetes() != null) {
            tree.put("kubernetes", KubernetesWire.write(report.kubernetes()));
        }
        RuntimeWire.write(report.runtime(), tree);
        return tree.map();
    }

    /** The report's JSON in UTF-8, without blanks. */
    public static byte[] write(Report report) {
        return Json.bytes(tree(report));
    }
}
