package io.dualsight.detect;

import static io.dualsight.detect.Trace.why;

import io.dualsight.contract.CidrList;
import io.dualsight.contract.IpAddress;
import io.dualsight.contract.IpFamily;
import io.dualsight.contract.IpList;
import io.dualsight.detect.TraceStep.Chooser;
import io.dualsight.detect.TraceStep.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the agent does to the node's addresses once it knows the cluster's prefixes: the order swap and the checks. */
final class NodeIpChecks {

    private static final String SAME = ", must share the same IP version (IPv4, IPv6 or dual-stack)";

    private final ClusterNetwork cluster;
    private final boolean server;
    private final Trace trace;

    NodeIpChecks(ClusterNetwork cluster, boolean server, Trace trace) {
        this.cluster = cluster;
        this.server = server;
        this.trace = trace;
    }

    NodeIpChoice apply(NodeIpChoice found) {
        IpList effective = found.effective();
        if (effective == null) {
            return found;
        }
        boolean swap = swaps(effective);
        IpList ordered = swap ? swapped(effective) : effective;
        if (swap) {
            trace.add(Chooser.NODE_IP, null, Outcome.NOTE, why("swapped").with("value", ordered));
        }
        String fatal = found.fatal() == null ? check(ordered) : found.fatal();
        if (fatal != null) {
            trace.add(Chooser.NODE_IP, null, Outcome.FAILED, why("failed").with("error", fatal));
        }
        return new NodeIpChoice(found.source(), found.configured(), ordered, found.first(), swap, fatal);
    }

    private boolean swaps(IpList list) {
        IpFamily primary = cluster.primary();
        return list.addresses().size() > 1
                && primary != null
                && list.addresses().get(0).family() != primary;
    }

    private static IpList swapped(IpList list) {
        List<IpAddress> addresses = new ArrayList<>(list.addresses());
        addresses.set(0, list.addresses().get(1));
        addresses.set(1, list.addresses().get(0));
        return new IpList(addresses);
    }

    /** A server takes the default for a prefix that nobody wrote; an agent has it from its server, so it is not known here. */
    private @Nullable String check(IpList nodeIps) {
        CidrList clusterCidr = cluster.clusterCidr();
        CidrList serviceCidr = cluster.serviceCidr();
        if (clusterCidr == null || !server && !cluster.clusterCidrWritten()) {
            return null;
        }
        String printed = "cluster-cidr: " + ClusterNetwork.printed(clusterCidr);
        if (serviceCidr != null && (server || cluster.serviceCidrWritten()) && !alike(clusterCidr, serviceCidr)) {
            return printed + " and service-cidr: " + ClusterNetwork.printed(serviceCidr) + SAME;
        }
        Set<IpFamily> wanted = clusterCidr.families();
        return suits(nodeIps, wanted)
                ? null
                : printed + " and node-ip: [" + String.join(" ", nodeIps.texts()) + "]" + SAME;
    }

    private static boolean alike(CidrList one, CidrList other) {
        return one.primary().equals(other.primary()) && one.families().equals(other.families());
    }

    /** A dual cluster needs a dual node; another one needs its family first, or a dual node. */
    private static boolean suits(IpList nodeIps, Set<IpFamily> wanted) {
        return nodeIps.families().size() == 2
                || wanted.size() == 1 && nodeIps.first().stream().anyMatch(first -> wanted.contains(first.family()));
    }
}
