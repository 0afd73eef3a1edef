package io.dualsight.contract;

import java.util.Map;

/** Writes a report as the JSON of {@code schemaVersion} 1; what {@link ReportReader} reads back equal. */
public final class ReportWriter {

    private ReportWriter() {}

    /** The report as a JSON tree, fields in the contract's order, absent facts left out. */
    public static Map<String, Object> tree(Report report) {
        Tree tree = tree(report.origin())
                .put("agent", report.agent(), AgentWire::write)
                .section("host", HostWire.write(report.host()))
                .put("config", report.config(), ConfigWire::write);
        NetworkWire.write(report.network(), new ProbeErrors(report.agent()), tree);
        tree.put("kubernetes", report.kubernetes(), KubernetesWire::write);
        RuntimeWire.write(report.runtime(), tree);
        return tree.map();
    }

    private static Tree tree(Origin origin) {
        return new Tree()
                .put("schemaVersion", (long) origin.schemaVersion())
                .text("reportId", origin.reportId())
                .put("cluster", origin.cluster().isEmpty() ? null : origin.cluster())
                .put("node", origin.node())
                .text("collectedAt", origin.collectedAt());
    }

    /** The report's JSON in UTF-8, without blanks. */
    public static byte[] write(Report report) {
        return Json.bytes(tree(report));
    }
}
