package io.dualsight.rule;

import io.dualsight.contract.IpFamily;
import io.dualsight.detect.NodeIpChoice.Source;
import io.dualsight.detect.RouteRow;
import java.util.ArrayList;
import java.util.List;

/** A family has default routes by more than one interface. */
final class DefaultRouteMultiple implements Rule {

    @Override
    public String id() {
        return "MULTIPLE_DEFAULT_ROUTES";
    }

    @Override
    public List<Draft> judge(Situation situation) {
        List<Draft> drafts = new ArrayList<>();
        for (IpFamily family : IpFamily.values()) {
            List<RouteRow> rows = situation.network().rows(family).stream()
                    .filter(RouteRow::isDefault)
                    .toList();
            List<String> devices =
                    rows.stream().map(row -> row.route().device()).distinct().toList();
            if (devices.size() > 1) {
                Evidence evidence = Evidence.of("family", FamilyAssessment.name(family))
                        .and("routes", rows.stream().map(RouteRow::text).toList())
                        .and("interface", devices);
                boolean decides = situation.choice().source() == Source.DEFAULT_ROUTE;
                drafts.add(
                        Draft.of(decides ? Severity.WARNING : Severity.INFO, family.wire(), evidence, situation.pin()));
            }
        }
        return drafts;
    }
}
