package io.dualsight.store;

import io.dualsight.contract.CidrList;
import io.dualsight.contract.IpAddress;
import io.dualsight.contract.IpPrefix;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.SqlParameterValue;

/** The rows of what nodes must know of each other. */
final class MemberTable {

    private static final String SELECT = "select member.*, node.cluster, node.name from fleet_member member"
            + " join node on node.id = member.node_id";
    private static final String UPDATE = "update fleet_member set uid = ?, node_ips = ?, server = ?, cluster_cidr = ?,"
            + " service_cidr = ?, cni = ?, cidr_written = ?, changed_at = ? where node_id = ?";
    private static final String INSERT = "insert into fleet_member (uid, node_ips, server, cluster_cidr, service_cidr,"
            + " cni, cidr_written, changed_at, node_id) values (?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final JdbcTemplate jdbc;

    MemberTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    List<Member> all() {
        return jdbc.query(SELECT, (row, n) -> member(row));
    }

    /** When each row that was written since then was, by node. */
    Map<Long, Instant> writtenSince(Instant moment) {
        Map<Long, Instant> written = new HashMap<>();
        jdbc.query(
                "select node_id, changed_at from fleet_member where changed_at >= ?",
                row -> {
                    written.put(row.getLong("node_id"), UtcColumn.read(row, "changed_at"));
                },
                UtcColumn.of(moment));
        return written;
    }

    /** The rows that were written since then, whichever console wrote them. */
    List<Member> since(Instant moment) {
        return jdbc.query(SELECT + " where member.changed_at >= ?", (row, n) -> member(row), UtcColumn.of(moment));
    }

    void save(Collection<Member> members, Instant now) {
        List<Object[]> rows = new ArrayList<>();
        members.forEach(member -> rows.add(values(member, now)));
        int[] found = jdbc.batchUpdate(UPDATE, rows);
        List<Object[]> fresh = new ArrayList<>();
        for (int i = 0; i < found.length; i++) {
            if (found[i] == 0) {
                fresh.add(rows.get(i));
            }
        }
        if (!fresh.isEmpty()) {
            jdbc.batchUpdate(INSERT, fresh);
        }
    }

    private static Object[] values(Member member, Instant now) {
        ServerSettings server = member.server();
        return new Object[] {
            text(member.uid()),
            Text.join(member.nodeIps().stream().map(IpAddress::toString).toList()),
            server != null,
            text(server == null ? null : server.clusterCidr()),
            text(server == null ? null : server.serviceCidr()),
            text(server == null ? null : server.cni()),
            server != null && server.written(),
            UtcColumn.of(now),
            member.nodeId()
        };
    }

    private static SqlParameterValue text(@Nullable Object value) {
        return new SqlParameterValue(Types.VARCHAR, value == null ? null : Text.clean(value.toString()));
    }

    private static Member member(ResultSet row) throws SQLException {
        return new Member(
                row.getLong("node_id"),
                new NodeKey(row.getString("cluster"), row.getString("name")),
                row.getString("uid"),
                Text.split(row.getString("node_ips")).stream()
                        .map(IpAddress::parse)
                        .flatMap(Optional::stream)
                        .toList(),
                row.getBoolean("server") ? server(row) : null);
    }

    private static ServerSettings server(ResultSet row) throws SQLException {
        return new ServerSettings(
                cidrs(row.getString("cluster_cidr")),
                cidrs(row.getString("service_cidr")),
                row.getString("cni"),
                row.getBoolean("cidr_written"));
    }

    private static @Nullable CidrList cidrs(@Nullable String text) {
        if (text == null) {
            return null;
        }
        List<IpPrefix> prefixes = new ArrayList<>();
        for (String item : text.split(",")) {
            IpPrefix.parse(item).ifPresent(prefixes::add);
        }
        return new CidrList(prefixes);
    }

    /** When the newest reports of these nodes were collected; a node that is gone is left out. */
    Map<Long, Instant> heard(Collection<Long> nodeIds) {
        Map<Long, Instant> heard = new HashMap<>();
        String marks = String.join(", ", nodeIds.stream().map(id -> "?").toList());
        jdbc.query(
                "select node_id, collected_at from node_pulse where node_id in (" + marks + ")",
                row -> {
                    heard.put(row.getLong("node_id"), UtcColumn.read(row, "collected_at"));
                },
                nodeIds.toArray());
        return heard;
    }
}
