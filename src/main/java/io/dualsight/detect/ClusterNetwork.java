package io.dualsight.detect;

import io.dualsight.contract.CidrList;
import io.dualsight.contract.IpAddress;
import io.dualsight.contract.IpFamily;
import io.dualsight.contract.IpPrefix;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The cluster that the node belongs to, as far as the facts say.
 *
 * @param clusterCidr {@code cluster-cidr}; where nobody wrote it, the default by the family of the node's first address;
 *     absent = not known
 * @param serviceCidr likewise {@code service-cidr}
 * @param clusterCidrWritten whether the node's own or a server's configuration has it
 * @param serviceCidrWritten likewise
 * @param families of the cluster, the primary one first; empty = not known
 * @param cni the network plug-in
 * @param cniAssumed whether {@code cni} is only the distribution's default
 */
public record ClusterNetwork(
        @Nullable CidrList clusterCidr,
        @Nullable CidrList serviceCidr,
        boolean clusterCidrWritten,
        boolean serviceCidrWritten,
        List<IpFamily> families,
        Cni cni,
        boolean cniAssumed) {

    public ClusterNetwork {
        families = List.copyOf(families);
    }

    /** Whether the families are known to be exactly these. */
    public boolean is(IpFamily... expected) {
        return !families.isEmpty() && Set.copyOf(families).equals(Set.of(expected));
    }

    /** Whether the cluster is known to have this family. */
    public boolean has(IpFamily family) {
        return families.contains(family);
    }

    /** The family of the first cluster-cidr; absent = not known. */
    public @Nullable IpFamily primary() {
        return families.isEmpty() ? null : families.get(0);
    }

    /** The family of the first service-cidr; absent = not known. */
    public @Nullable IpFamily servicePrimary() {
        return serviceCidr == null ? null : serviceCidr.primary().orElse(null);
    }

    /** The prefixes as Go prints a list of them, {@code [10.42.0.0/16 2001:db8::/56]}, host bits cleared. */
    static String printed(CidrList cidrs) {
        List<String> texts = new ArrayList<>();
        cidrs.prefixes().forEach(each -> texts.add(masked(each)));
        return "[" + String.join(" ", texts) + "]";
    }

    /** The prefix with its host bits cleared, as Go's {@code net.IPNet} prints it. */
    static String masked(IpPrefix prefix) {
        byte[] bytes = prefix.address().bytes();
        for (int bit = prefix.length(); bit < bytes.length * 8; bit++) {
            bytes[bit / 8] &= (byte) ~(0x80 >> (bit % 8));
        }
        return IpAddress.of(bytes) + "/" + prefix.length();
    }
}
