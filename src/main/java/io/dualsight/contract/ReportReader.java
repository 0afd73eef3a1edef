package io.dualsight.contract;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads a report from a JSON tree: {@link Map}s, {@link java.util.Collection}s and leaves, whichever library made
 * them. Unknown fields are ignored and missing facts stay absent; a value of the wrong form refuses the report.
 */
public final class ReportReader {

    private static final UUID NO_ID = new UUID(0, 0);

    private ReportReader() {}

    /**
     * Reads one report.
     *
     * @param tree the JSON object
     * @param cluster the cluster of a report that names none: the one that its token is bound to; {@code null} where it
     *     must name one itself
     * @throws MalformedReportException naming each wrong field, its value, and what should stand there
     */
    public static Report read(@Nullable Object tree, @Nullable String cluster) {
        Faults faults = new Faults();
        Map<?, ?> map = tree instanceof Map<?, ?> object ? object : Map.of();
        if (map != tree) {
            faults.add("report", tree, "an object");
            faults.throwIfAny();
        }
        Report report = read(new Fields(map, "", faults), cluster);
        faults.throwIfAny();
        return report;
    }

    private static Report read(Fields fields, @Nullable String cluster) {
        AgentFacts agent = fields.holds("agent") ? AgentWire.read(fields.object("agent")) : null;
        ProbeErrors gaps = new ProbeErrors(agent);
        return new Report(
                origin(fields, cluster),
                agent,
                HostWire.read(fields.object("host")),
                fields.holds("config") ? ConfigWire.read(fields.object("config")) : null,
                NetworkWire.read(fields, gaps),
                fields.holds("kubernetes") ? KubernetesWire.read(fields.object("kubernetes")) : null,
                RuntimeWire.read(fields));
    }

    private static Origin origin(Fields fields, @Nullable String cluster) {
        Long version = fields.whole("schemaVersion", 1, 1);
        UUID id = fields.parsed("reportId", ReportReader::uuid, "a UUID");
        String node = fields.parsed("node", text -> Names.isNode(text) ? text : null, Names.NODE_FORM);
        String named = fields.parsed("cluster", text -> Names.isCluster(text) ? text : null, Names.CLUSTER_FORM);
        Instant collectedAt = fields.time("collectedAt");
        require(fields, cluster);
        return new Origin(
                version == null ? 1 : version.intValue(),
                id == null ? NO_ID : id,
                named != null ? named : cluster == null ? "" : cluster,
                node == null ? "" : node,
                collectedAt == null ? Instant.EPOCH : collectedAt);
    }

    private static void require(Fields fields, @Nullable String cluster) {
        require(fields, "schemaVersion", "1");
        require(fields, "reportId", "a UUID");
        require(fields, "node", Names.NODE_FORM);
        require(fields, "collectedAt", "an RFC 3339 time such as 2026-11-22T10:00:00Z");
        if (cluster == null) {
            require(fields, "cluster", Names.CLUSTER_FORM + ", as the token is not bound to a cluster");
        }
    }

    private static void require(Fields fields, String key, String expected) {
        if (!fields.holds(key)) {
            fields.faults().missing(fields.path(key), expected);
        }
    }

    private static @Nullable UUID uuid(String text) {
        try {
            UUID uuid = UUID.fromString(text);
            // fromString takes short groups too
            return uuid.toString().equalsIgnoreCase(text) ? uuid : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
