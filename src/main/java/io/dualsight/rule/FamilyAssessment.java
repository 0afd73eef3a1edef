package io.dualsight.rule;

import io.dualsight.contract.InterfaceAddress;
import io.dualsight.contract.IpAddress;
import io.dualsight.contract.IpFamily;
import io.dualsight.detect.HostNetwork.Place;
import io.dualsight.detect.Phrase;
import io.dualsight.rule.FamilyStatus.Status;
import java.util.Optional;

/** Says how the node stands in a family: by what the host has, held against what the cluster wants. */
final class FamilyAssessment {

    private final Situation situation;

    FamilyAssessment(Situation situation) {
        this.situation = situation;
    }

    NodeFamilies families() {
        return new NodeFamilies(
                situation.stack(), situation.cluster().families(), status(IpFamily.IPV4), status(IpFamily.IPV6));
    }

    FamilyStatus status(IpFamily family) {
        Optional<Place> present = present(family);
        if (present.isPresent()) {
            Place place = present.get();
            return with(Status.PRESENT, place, reason(isNodeIp(place.address()) ? "present-node-ip" : "present"));
        }
        if (family == IpFamily.IPV6 && situation.ipv6().disabled()) {
            return without(Status.DISABLED, reason("disabled"), family);
        }
        if (!situation.network().knowsAll(family)) {
            return without(Status.UNKNOWN, reason("unreadable"), family);
        }
        return absent(family);
    }

    private FamilyStatus absent(IpFamily family) {
        boolean wanted = situation.cluster().has(family);
        if (!wanted && !situation.cluster().families().isEmpty()) {
            return without(Status.ABSENT_EXPECTED, reason("absent-expected"), family);
        }
        Optional<Place> unusable = situation
                .network()
                .places()
                .filter(each -> each.address().family() == family)
                .filter(situation.host()::isHostOwn)
                .findFirst();
        if (unusable.isPresent()) {
            Place place = unusable.get();
            return with(Status.UNUSABLE, place, reason("unusable-" + problem(place)));
        }
        return wanted
                ? without(Status.ABSENT_REQUIRED, reason("absent-required"), family)
                : without(Status.UNKNOWN, reason("cluster-unknown"), family);
    }

    /** The node IP where it is usable, else the first usable address. */
    private Optional<Place> present(IpFamily family) {
        return situation
                .host()
                .usable(family)
                .filter(each -> isNodeIp(each.address()))
                .findFirst()
                .or(() -> situation.host().usable(family).findFirst());
    }

    private boolean isNodeIp(IpAddress address) {
        return situation.nodeIps().anyMatch(address::equals);
    }

    private static String problem(Place place) {
        InterfaceAddress entry = place.entry();
        if (!place.device().up()) {
            return "down";
        }
        return entry.flags().has("dadfailed") ? "dadfailed" : "tentative";
    }

    private static Phrase reason(String code) {
        return Phrase.of("reason." + code);
    }

    private static FamilyStatus with(Status status, Place place, Phrase reason) {
        String family = name(place.address().family());
        return new FamilyStatus(
                status,
                place.address(),
                place.device().name(),
                reason.with("family", family)
                        .with("address", place.entry().cidr())
                        .with("interface", place.device().name()));
    }

    private static FamilyStatus without(Status status, Phrase reason, IpFamily family) {
        return new FamilyStatus(status, null, null, reason.with("family", name(family)));
    }

    /** The family as people write it. */
    static String name(IpFamily family) {
        return family == IpFamily.IPV4 ? "IPv4" : "IPv6";
    }
}
