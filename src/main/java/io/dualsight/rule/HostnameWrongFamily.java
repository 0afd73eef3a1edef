package io.dualsight.rule;

import io.dualsight.contract.HostsFile;
import io.dualsight.contract.IpAddress;
import io.dualsight.contract.IpFamily;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The node's name leads to an address that the cluster cannot use. */
final class HostnameWrongFamily implements Rule {

    /** Debian's installer gives this one to the host's own name. */
    private static final IpAddress DEBIAN_OWN_NAME =
            IpAddress.parse("127.0.1.1").orElseThrow();

    @Override
    public String id() {
        return "HOSTNAME_WRONG_FAMILY";
    }

    @Override
    public List<Draft> judge(Situation situation) {
        List<IpAddress> addresses = addresses(situation);
        List<IpFamily> cluster = situation.cluster().families();
        boolean wrongFamily = !addresses.isEmpty()
                && !cluster.isEmpty()
                && addresses.stream().noneMatch(address -> cluster.contains(address.family()));
        boolean loopback = situation.choice().unset()
                && NodeIpLists.withoutCloudController(situation)
                && addresses.contains(DEBIAN_OWN_NAME);
        if (!wrongFamily && !loopback) {
            return List.of();
        }
        Evidence evidence = Evidence.of("name", situation.paths().node())
                .and("addresses", addresses)
                .and("clusterCidr", situation.cluster().clusterCidr());
        Optional<IpAddress> own = situation.remedies().recommended().first();
        Remediation fix = own.map(situation.hostFix()::hostname).orElse(Remediation.NONE);
        return Draft.alone(Severity.WARNING, "hostname", evidence, fix);
    }

    private static List<IpAddress> addresses(Situation situation) {
        HostsFile hosts = situation.report().network().hostsFile();
        return hosts == null
                ? List.of()
                : names(situation).stream()
                        .flatMap(name -> hosts.addressesOf(name).stream())
                        .flatMap(text -> IpAddress.parse(text).stream())
                        .toList();
    }

    private static Set<String> names(Situation situation) {
        Set<String> names = new LinkedHashSet<>(List.of(situation.paths().node()));
        Optional.ofNullable(situation.machine().hostname()).ifPresent(names::add);
        return names;
    }
}
