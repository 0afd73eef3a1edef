package io.dualsight.rule;

import io.dualsight.contract.AddressFlags;
import io.dualsight.contract.IpFamily;
import io.dualsight.contract.Report;
import io.dualsight.detect.HostNetwork;
import io.dualsight.detect.HostNetwork.Place;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A node address is still waiting for duplicate address detection. */
final class NodeIpTentative implements Rule {

    @Override
    public String id() {
        return "NODE_IP_TENTATIVE";
    }

    @Override
    public List<Draft> judge(Situation situation) {
        return situation
                .nodeIpPlaces()
                .filter(NodeIpTentative::waits)
                .map(place -> draft(situation, place))
                .toList();
    }

    private static boolean waits(Place place) {
        AddressFlags flags = place.entry().flags();
        return place.address().family() == IpFamily.IPV6
                && flags.has("tentative")
                && !flags.has("optimistic")
                && !flags.has("dadfailed");
    }

    private static Draft draft(Situation situation, Place place) {
        Optional<Long> seconds = waitedSeconds(situation, place);
        boolean long0 = seconds.filter(
                        each -> each >= situation.thresholds().tentative().toSeconds())
                .isPresent();
        Evidence evidence = Evidence.flagged(place).and("waitedSeconds", seconds.orElse(null));
        return Draft.of(
                long0 ? Severity.ERROR : Severity.WARNING,
                place.address(),
                evidence,
                situation.hostFix().show(place.device().name()));
    }

    /** How long ago the oldest of the reports without a gap before this one saw it waiting; empty = in this one only. */
    private static Optional<Long> waitedSeconds(Situation situation, Place place) {
        Optional<Long> longest = Optional.empty();
        for (Report report : situation.facts().earlier()) {
            boolean waited = HostNetwork.of(report)
                    .find(place.address())
                    .filter(NodeIpTentative::waits)
                    .isPresent();
            if (!waited) {
                return longest;
            }
            longest = Optional.of(Duration.between(
                            report.origin().collectedAt(),
                            situation.report().origin().collectedAt())
                    .toSeconds());
        }
        return longest;
    }
}
