package io.dualsight.triage;

import io.dualsight.triage.SharedCause.Trait;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Nodes that are alike.
 *
 * @param rule that finds something on them; absent = all nodes of the fleet that are so
 * @param sets what they have: each trait alone, and version and CNI together, which is how faults of a release show
 * @param nodes how many
 */
record TraitGroup(@Nullable String rule, List<List<Trait>> sets, int nodes) {

    /** The columns by which nodes are grouped. */
    static final String COLUMNS = "node.distribution_version, node.cni, trait.os, trait.ipv4_subnet,"
            + " trait.ipv6_subnet, node.roles, node.family, node.cluster";

    static TraitGroup read(ResultSet row) throws SQLException {
        List<List<Trait>> sets = new ArrayList<>();
        add(sets, "version", row.getString("distribution_version"));
        add(sets, "cni", row.getString("cni"));
        if (sets.size() == 2) {
            sets.add(List.of(sets.get(0).get(0), sets.get(1).get(0)));
        }
        add(sets, "os", row.getString("os"));
        add(sets, "subnet", row.getString("ipv4_subnet"));
        add(sets, "subnet", row.getString("ipv6_subnet"));
        add(sets, "role", row.getString("roles"));
        add(sets, "family", row.getString("family"));
        add(sets, "cluster", row.getString("cluster"));
        return new TraitGroup(row.getString("rule"), sets, row.getInt("nodes"));
    }

    private static void add(List<List<Trait>> sets, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            sets.add(List.of(new Trait(name, value)));
        }
    }
}
