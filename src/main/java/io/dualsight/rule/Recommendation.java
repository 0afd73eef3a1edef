package io.dualsight.rule;

import io.dualsight.contract.AddressFlags;
import io.dualsight.contract.IpAddress;
import io.dualsight.contract.IpFamily;
import io.dualsight.contract.IpList;
import io.dualsight.detect.HostNetwork.Place;
import io.dualsight.detect.RouteRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Which {@code node-ip} to write: for each family of the cluster, in its order, the host's best address. */
final class Recommendation {

    private final Situation situation;

    Recommendation(Situation situation) {
        this.situation = situation;
    }

    /** The addresses; empty where the cluster is not known or one of its families has no address to offer. */
    IpList nodeIps() {
        List<IpAddress> addresses = new ArrayList<>();
        for (IpFamily family : families()) {
            Optional<Place> best = best(family);
            if (best.isEmpty()) {
                return IpList.EMPTY;
            }
            addresses.add(best.get().address());
        }
        return new IpList(addresses);
    }

    private List<IpFamily> families() {
        List<IpFamily> cluster = situation.cluster().families();
        return cluster.isEmpty() && situation.stack() == HostStack.IPV6_ONLY ? List.of(IpFamily.IPV6) : cluster;
    }

    private Optional<Place> best(IpFamily family) {
        return situation.host().usable(family).min(Comparator.comparingInt(this::demerits));
    }

    /** What speaks against an address, weightiest first; of equals the first in the list is taken. */
    private int demerits(Place place) {
        AddressFlags flags = place.entry().flags();
        int demerits = 0;
        demerits = demerits << 1 | bit(situation.host().isVip(place) || isServerVip(place));
        demerits = demerits << 1 | bit(flags.has("temporary") || flags.has("deprecated"));
        demerits = demerits << 1 | bit(!chosen(place));
        demerits = demerits << 1 | bit(!onDefaultRoute(place));
        demerits = demerits << 1 | bit(place.device().loopback());
        demerits = demerits << 1 | bit(place.address().isUniqueLocal() != peersUseUniqueLocal());
        demerits = demerits << 1 | bit(flags.known() && !flags.has("permanent"));
        return demerits;
    }

    private static int bit(boolean against) {
        return against ? 1 : 0;
    }

    private boolean isServerVip(Place place) {
        return NodeIpIsVip.isServerVip(situation, place);
    }

    /** An address that the administrator wrote stays, unless something weightier speaks against it. */
    private boolean chosen(Place place) {
        IpList configured = situation.choice().configured();
        return configured != null && configured.contains(place.address());
    }

    private boolean onDefaultRoute(Place place) {
        return situation.network().rows(place.address().family()).stream()
                .filter(RouteRow::isDefault)
                .anyMatch(row -> row.route().device().equals(place.device().name()));
    }

    private boolean peersUseUniqueLocal() {
        return Boolean.TRUE.equals(situation.facts().fleet().peersUseUniqueLocal());
    }
}
