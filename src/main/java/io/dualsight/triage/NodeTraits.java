package io.dualsight.triage;

import io.dualsight.contract.IpAddress;
import io.dualsight.contract.IpFamily;
import io.dualsight.contract.IpPrefix;
import io.dualsight.triage.SharedCause.Trait;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a node has that others may have too.
 *
 * @param nodeId the node's row
 * @param sets each alone, and version and CNI together, which is how faults of a release show
 */
record NodeTraits(long nodeId, List<List<Trait>> sets) {

    /** The columns that {@link #read} wants. */
    static final String COLUMNS = "node.id, node.cluster, node.family, node.roles, node.distribution_version, node.cni,"
            + " node.ipv4_address, node.ipv6_address, trait.os";

    private static final int SUBNET_4 = 24;
    private static final int SUBNET_6 = 64;

    static NodeTraits read(ResultSet row) throws SQLException {
        List<List<Trait>> sets = new ArrayList<>();
        Trait version = trait("version", row.getString("distribution_version"));
        Trait cni = trait("cni", row.getString("cni"));
        if (version != null && cni != null) {
            sets.add(List.of(version, cni));
        }
        add(sets, version);
        add(sets, cni);
        add(sets, trait("os", row.getString("os")));
        add(sets, subnet(row.getString("ipv4_address")));
        add(sets, subnet(row.getString("ipv6_address")));
        add(sets, trait("role", row.getString("roles")));
        add(sets, trait("family", row.getString("family")));
        add(sets, trait("cluster", row.getString("cluster")));
        return new NodeTraits(row.getLong("id"), sets);
    }

    private static void add(List<List<Trait>> sets, @Nullable Trait trait) {
        if (trait != null) {
            sets.add(List.of(trait));
        }
    }

    private static @Nullable Trait trait(String name, @Nullable String value) {
        return value == null || value.isBlank() ? null : new Trait(name, value);
    }

    /** The usual size of a subnet: what the node itself has as its prefix is not in its row. */
    private static @Nullable Trait subnet(@Nullable String text) {
        IpAddress address = text == null ? null : IpAddress.parse(text).orElse(null);
        if (address == null) {
            return null;
        }
        int length = address.family() == IpFamily.IPV4 ? SUBNET_4 : SUBNET_6;
        byte[] network = address.bytes();
        Arrays.fill(network, length / Byte.SIZE, network.length, (byte) 0);
        return new Trait("subnet", new IpPrefix(IpAddress.of(network), length).toString());
    }
}
