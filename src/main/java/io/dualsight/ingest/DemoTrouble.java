package io.dualsight.ingest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Which simulated node has which fault, and when. */
final class DemoTrouble {

    private static final long HOUR = 3600;
    private static final long DAY = 24 * HOUR;
    private static final long FLAP = 45 * 60;
    private static final int FLAPPING = 17;

    private DemoTrouble() {}

    /** What is wrong on a node at a time; the fleet is shown from {@code anchor} on. */
    static List<DemoFault> on(DemoNode node, Instant anchor, Instant at) {
        List<DemoFault> faults = new ArrayList<>();
        for (DemoFault fault : DemoFault.values()) {
            long age = standsFor(fault, node);
            if (age > 0 && !at.isBefore(anchor.minusSeconds(age))) {
                faults.add(fault);
            }
        }
        if (faults.isEmpty() && (passing(node, at) || flaps(node, anchor, at))) {
            faults.add(node.cluster() == DemoCluster.STORES ? DemoFault.NOT_PINNED : DemoFault.NO_FORWARDING);
        }
        return faults;
    }

    /** When the faults of a node that stand at the anchor began. */
    static List<Instant> begins(DemoNode node, Instant anchor) {
        return Stream.of(DemoFault.values())
                .map(fault -> standsFor(fault, node))
                .filter(age -> age > 0)
                .map(anchor::minusSeconds)
                .toList();
    }

    /** Seconds before the anchor from which on the node has this fault; 0 where it has not. */
    private static long standsFor(DemoFault fault, DemoNode node) {
        boolean has = switch (fault) {
            case IPV4_NODE_IP -> node.is(DemoCluster.EDGE, 8, 21, 22, 23);
            case TEMPORARY_ADDRESS -> node.is(DemoCluster.EDGE, 30, 31);
            case EXTRA_IPV4 -> node.is(DemoCluster.EDGE, 44);
            case STALE_CALICO_IPV4 -> node.is(DemoCluster.EDGE, 52, 53, 54);
            case ROUTER_ADVERTISEMENTS -> node.is(DemoCluster.EDGE, 61, 62);
            case DUPLICATE_ADDRESS -> node.is(DemoCluster.EDGE, 70);
            case NO_IPV6_LOCALHOST -> node.is(DemoCluster.EDGE, 77);
            case ONE_FAMILY -> node.is(DemoCluster.CORE, 12, 13);
            case RESOLVER_ON_LOOPBACK -> node.is(DemoCluster.CORE, 25);
            case FOREIGN_FLANNEL_ADDRESS -> node.is(DemoCluster.CORE, 33);
            case VPN_HALF_ROUTE -> node.is(DemoCluster.STORES, 5);
            case NOT_PINNED -> node.is(DemoCluster.STORES, 20, 21, 22, 23, 24, 25);
            case CLAT -> node.is(DemoCluster.LAB, 4);
            case UNREADABLE_ROUTES -> node.is(DemoCluster.LAB, 20);
            case NO_FORWARDING -> false;
        };
        return has ? HOUR * (20 + 37L * fault.ordinal() % 400) : 0;
    }

    /** Something else on the node resets the setting again and again. */
    private static boolean flaps(DemoNode node, Instant anchor, Instant at) {
        return node.is(DemoCluster.CORE, FLAPPING)
                && at.isAfter(anchor.minusSeconds(2 * DAY))
                && Math.floorDiv(at.getEpochSecond(), FLAP) % 2 == 0;
    }

    private static boolean passing(DemoNode node, Instant at) {
        long today = Math.floorDiv(at.getEpochSecond(), DAY);
        return passing(node, today).holds(at) || passing(node, today - 1).holds(at);
    }

    /** A fault that comes and goes on some days; an empty span on all others. */
    static Span passing(DemoNode node, long day) {
        Instant from = Instant.ofEpochSecond(day * DAY + (long) (20 * HOUR * node.chance("fault at", day)));
        boolean any = node.chance("fault", day) < 0.015;
        return new Span(from, any ? from.plusSeconds(HOUR + (long) (7 * HOUR * node.chance("fault for", day))) : from);
    }

    /** From one moment up to another. */
    record Span(Instant from, Instant to) {

        boolean holds(Instant at) {
            return !at.isBefore(from) && at.isBefore(to);
        }
    }
}
