package io.dualsight.rule;

import io.dualsight.contract.IpAddress;
import io.dualsight.contract.IpList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** flannel recorded an address that is not one of the Node's. */
final class FlannelPublicIpMismatch implements Rule {

    @Override
    public String id() {
        return "FLANNEL_PUBLIC_IP_MISMATCH";
    }

    @Override
    public List<Draft> judge(Situation situation) {
        IpList status = situation.statusIps();
        if (status == null || status.isEmpty()) {
            return List.of();
        }
        return Stream.of("public-ip", "public-ipv6")
                .filter(key -> situation.annotation(FlannelRoutes.PREFIX + key + "-overwrite") == null)
                .flatMap(key -> draft(situation, status, key).stream())
                .toList();
    }

    private static Optional<Draft> draft(Situation situation, IpList status, String key) {
        return Optional.ofNullable(situation.annotation(FlannelRoutes.PREFIX + key))
                .flatMap(IpAddress::parse)
                .filter(address -> !address.isUnspecified() && !status.contains(address))
                .map(address -> Draft.of(
                        Severity.ERROR,
                        key,
                        Evidence.of("annotation", FlannelRoutes.PREFIX + key)
                                .and("address", address)
                                .and("internalIps", status)
                                .and("interface", NodeIpLists.device(situation, address)),
                        FlannelRoutes.fix(situation)));
    }
}
