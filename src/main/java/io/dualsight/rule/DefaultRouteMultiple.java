package io.dualsight.rule;

import io.dualsight.contract.IpFamily;
import io.dualsight.detect.NodeIpChoice.Source;
import io.dualsight.detect.RouteRow;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A family has default routes by more than one interface. */
final class DefaultRouteMultiple implements Rule {

    @Override
    public String id() {
        return "MULTIPLE_DEFAULT_ROUTES";
    }

    @Override
    public List<Draft> judge(Situation situation) {
        return Stream.of(IpFamily.values())
                .flatMap(family -> draft(situation, family).stream())
                .toList();
    }

    private static Optional<Draft> draft(Situation situation, IpFamily family) {
        List<RouteRow> rows = situation.network().rows(family).stream()
                .filter(RouteRow::isDefault)
                .toList();
        Set<String> devices = new LinkedHashSet<>();
        rows.forEach(row -> devices.add(row.route().device()));
        if (devices.size() < 2) {
            return Optional.empty();
        }
        Evidence evidence = Evidence.of("family", FamilyAssessment.name(family))
                .and("routes", rows.stream().map(RouteRow::text).toList())
                .and("interface", devices);
        boolean decides = situation.choice().source() == Source.DEFAULT_ROUTE;
        Severity severity = decides ? Severity.WARNING : Severity.INFO;
        return Optional.of(Draft.of(severity, family.wire(), evidence, situation.pin()));
    }
}
