package io.dualsight.ingest;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/**
 * One simulated node: what never changes about it, and its luck.
 *
 * @param number in its cluster, from 1; the first three are servers
 * @param seed of the whole fleet
 */
record DemoNode(DemoCluster cluster, int number, long seed) {

    static List<DemoNode> all(long seed) {
        List<DemoNode> nodes = new ArrayList<>();
        for (DemoCluster cluster : DemoCluster.values()) {
            for (int number = 1; number <= cluster.size(); number++) {
                nodes.add(new DemoNode(cluster, number, seed));
            }
        }
        return nodes;
    }

    String name() {
        return cluster.nodeName(number);
    }

    boolean isServer() {
        return cluster.isServer(number);
    }

    boolean is(DemoCluster of, int... numbers) {
        return cluster == of && Arrays.stream(numbers).anyMatch(each -> each == number);
    }

    String ipv4() {
        return cluster.ipv4Address(number);
    }

    String ipv6() {
        return cluster.ipv6Address(number);
    }

    /** The node IPs that it should have, in its cluster's order. */
    List<String> nodeIps() {
        List<String> ips = new ArrayList<>();
        if (cluster.ipv4()) {
            ips.add(ipv4());
        }
        if (cluster.ipv6()) {
            ips.add(ipv6());
        }
        return ips;
    }

    /** The same number from 0 up to 1 whenever the same is asked. */
    double chance(String what, long of) {
        long mixed = seed * 0x9E3779B97F4A7C15L + cluster.ordinal() * 1000L + number;
        mixed = mixed * 31 + what.hashCode();
        mixed = mixed * 0xBF58476D1CE4E5B9L + of;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return ((mixed ^ (mixed >>> 31)) >>> 11) * 0x1.0p-53;
    }

    /** The same id whenever the same is asked. */
    String id(String what, long of) {
        String text = seed + " " + cluster + " " + number + " " + what + " " + of;
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
