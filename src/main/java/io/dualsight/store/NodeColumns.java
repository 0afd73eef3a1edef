package io.dualsight.store;

import io.dualsight.rule.FamilyStatus;
import io.dualsight.rule.HostStack;
import io.dualsight.rule.Severity;
import io.dualsight.rule.Verdict;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a snapshot stands in the columns of the node table. */
final class NodeColumns {

    /** The columns that {@link #values} gives, in its order. */
    static final List<String> NAMES = List.of(
            "silent",
            "badness",
            "verdict",
            "judged_verdict",
            "family",
            "incorrect_node_ip",
            "rules",
            "findings_critical",
            "findings_error",
            "findings_warning",
            "findings_info",
            "findings_unknown",
            "ipv4_status",
            "ipv4_address",
            "ipv4_interface",
            "ipv6_status",
            "ipv6_address",
            "ipv6_interface",
            "node_ip_configured",
            "node_ip_predicted",
            "node_ip_kubernetes",
            "node_ip_recommended",
            "distribution",
            "distribution_version",
            "version_number",
            "cni",
            "roles",
            "last_ready_seconds",
            "addresses",
            "judgement_sha256");

    /** Those whose findings have a column each. */
    static final List<Severity> SEVERITIES =
            List.of(Severity.CRITICAL, Severity.ERROR, Severity.WARNING, Severity.INFO, Severity.UNKNOWN);

    private NodeColumns() {}

    static List<@Nullable Object> values(Snapshot snapshot, boolean silent) {
        List<@Nullable Object> values = new ArrayList<>(NAMES.size() + 2);
        judged(values, snapshot.judged(), silent);
        family(values, snapshot.ipv4());
        family(values, snapshot.ipv6());
        NodeStatus.NodeIps nodeIp = snapshot.nodeIp();
        for (List<String> ips :
                List.of(nodeIp.configured(), nodeIp.predicted(), nodeIp.kubernetes(), nodeIp.recommended())) {
            values.add(Text.join(ips));
        }
        NodeStatus.Platform platform = snapshot.platform();
        values.add(platform.distribution());
        values.add(platform.version());
        values.add(
                platform.version() == null
                        ? -1L
                        : VersionNumber.of(platform.version()).orElse(-1));
        values.add(platform.cni());
        values.add(Text.join(platform.roles()));
        values.add(snapshot.lastReadySeconds());
        values.add(snapshot.detail().addresses());
        values.add(snapshot.detail().judgementSha256());
        return values;
    }

    private static void judged(List<@Nullable Object> values, NodeStatus.Judged judged, boolean silent) {
        ShownVerdict shown = ShownVerdict.of(judged.verdict(), silent);
        values.addAll(Arrays.asList(
                silent,
                shown.badness(),
                shown.verdict().wire(),
                judged.verdict().wire(),
                judged.family().wire(),
                judged.incorrectNodeIp(),
                Text.join(judged.rules())));
        for (Severity severity : SEVERITIES) {
            values.add(judged.findings().getOrDefault(severity, 0));
        }
    }

    private static void family(List<@Nullable Object> values, NodeStatus.Family family) {
        values.addAll(Arrays.asList(family.status().wire(), family.address(), family.networkInterface()));
    }

    static NodeStatus.Judged judged(ResultSet row) throws SQLException {
        Map<Severity, Integer> findings = new EnumMap<>(Severity.class);
        for (Severity severity : SEVERITIES) {
            int count = row.getInt("findings_" + severity.wire());
            if (count > 0) {
                findings.put(severity, count);
            }
        }
        return new NodeStatus.Judged(
                HostStack.of(row.getString("family")).orElseThrow(),
                Verdict.of(row.getString("judged_verdict")).orElseThrow(),
                row.getBoolean("incorrect_node_ip"),
                Text.split(row.getString("rules")),
                findings);
    }

    static NodeStatus.Family family(ResultSet row, String prefix) throws SQLException {
        return new NodeStatus.Family(
                FamilyStatus.Status.of(row.getString(prefix + "_status")).orElseThrow(),
                row.getString(prefix + "_address"),
                row.getString(prefix + "_interface"));
    }

    static NodeStatus.NodeIps nodeIps(ResultSet row) throws SQLException {
        return new NodeStatus.NodeIps(
                Text.split(row.getString("node_ip_configured")),
                Text.split(row.getString("node_ip_predicted")),
                Text.split(row.getString("node_ip_kubernetes")),
                Text.split(row.getString("node_ip_recommended")));
    }

    static NodeStatus.Platform platform(ResultSet row) throws SQLException {
        return new NodeStatus.Platform(
                row.getString("distribution"),
                row.getString("distribution_version"),
                row.getString("cni"),
                Text.split(row.getString("roles")));
    }

    static @Nullable Double lastReadySeconds(ResultSet row) throws SQLException {
        return row.getObject("last_ready_seconds", Double.class);
    }
}
