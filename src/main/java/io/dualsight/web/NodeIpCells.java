package io.dualsight.web;

import io.dualsight.contract.IpAddress;
import io.dualsight.contract.IpFamily;
import io.dualsight.store.NodeStatus;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A node's node IPs against those that it should have. */
final class NodeIpCells {

    /** As many as make a row no taller than three others. */
    private static final int MOST = 4;

    private NodeIpCells() {}

    /** All that it has, in order: those that Kubernetes shows, else those that it will get, else those configured. */
    static NodeList.NodeIps of(NodeStatus.NodeIps nodeIps) {
        List<String> now = now(nodeIps);
        List<String> right = nodeIps.recommended();
        boolean asItShould = right.isEmpty()
                || now.stream().map(NodeIpCells::canonical).toList().equals(right);
        List<Ip> shown = shown(marked(now, right));
        return new NodeList.NodeIps(
                shown,
                shown.size() == now.size() ? null : "+" + (now.size() - shown.size()),
                dissentingConfiguration(nodeIps),
                asItShould ? null : String.join(", ", right));
    }

    /** As many as a cell holds, in their order: no family is left out, and what dissents goes before what does not. */
    private static List<Ip> shown(List<Ip> all) {
        Set<Integer> kept = new TreeSet<>();
        for (IpFamily family : IpFamily.values()) {
            IntStream.range(0, all.size())
                    .filter(each -> is(family, all.get(each)))
                    .limit(1)
                    .forEach(kept::add);
        }
        Stream.concat(places(all, true), places(all, false))
                .takeWhile(each -> kept.size() < MOST)
                .forEach(kept::add);
        return kept.stream().map(all::get).toList();
    }

    private static Stream<Integer> places(List<Ip> all, boolean dissenting) {
        return IntStream.range(0, all.size())
                .filter(each -> all.get(each).dissents() == dissenting)
                .boxed();
    }

    private static boolean is(IpFamily family, Ip ip) {
        return IpAddress.parse(ip.text())
                .filter(each -> each.family() == family)
                .isPresent();
    }

    static List<Ip> marked(List<String> now, List<String> right) {
        return now.stream().map(each -> new Ip(each, dissents(each, right))).toList();
    }

    static List<String> now(NodeStatus.NodeIps nodeIps) {
        if (!nodeIps.kubernetes().isEmpty()) {
            return nodeIps.kubernetes();
        }
        return nodeIps.predicted().isEmpty() ? nodeIps.configured() : nodeIps.predicted();
    }

    /**
     * What {@code node-ip} says in the configuration where that dissents although the Node object does not: it counts from
     * the next start on. Absent where there is no such thing.
     */
    static @Nullable String dissentingConfiguration(NodeStatus.NodeIps nodeIps) {
        List<String> right = nodeIps.recommended();
        boolean dissents = nodeIps.configured().stream().anyMatch(each -> dissents(each, right));
        boolean shown = now(nodeIps).equals(nodeIps.configured());
        return dissents && !shown ? String.join(", ", nodeIps.configured()) : null;
    }

    /** Whether an address is not what it should be; nothing dissents where that is not known. */
    static boolean dissents(String address, List<String> right) {
        return !right.isEmpty() && !right.contains(canonical(address));
    }

    /** The one spelling of an address, so that 2001:db8:0::1 does not dissent from 2001:db8::1. */
    private static String canonical(String text) {
        return IpAddress.parse(text).map(IpAddress::toString).orElse(text);
    }
}
