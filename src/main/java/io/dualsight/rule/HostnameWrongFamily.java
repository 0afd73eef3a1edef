package io.dualsight.rule;

import io.dualsight.contract.HostsFile;
import io.dualsight.contract.IpAddress;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The node's name leads to an address that the cluster cannot use. */
final class HostnameWrongFamily implements Rule {

    @Override
    public String id() {
        return "HOSTNAME_WRONG_FAMILY";
    }

    @Override
    public List<Draft> judge(Situation situation) {
        HostsFile hosts = situation.report().network().hostsFile();
        if (hosts == null) {
            return List.of();
        }
        List<IpAddress> addresses = names(situation).stream()
                .flatMap(name -> hosts.addressesOf(name).stream())
                .flatMap(text -> IpAddress.parse(text).stream())
                .toList();
        boolean wrongFamily = !addresses.isEmpty()
                && !situation.cluster().families().isEmpty()
                && addresses.stream().noneMatch(address -> situation.cluster().has(address.family()));
        boolean ccmDisabled =
                situation.configured("disable-cloud-controller").stream().anyMatch("true"::equalsIgnoreCase);
        boolean loopback = situation.choice().unset()
                && ccmDisabled
                && addresses.stream().anyMatch(address -> address.toString().equals("127.0.1.1"));
        if (!wrongFamily && !loopback) {
            return List.of();
        }
        Evidence evidence = Evidence.of("name", situation.paths().node())
                .and("addresses", addresses)
                .and("clusterCidr", situation.cluster().clusterCidr());
        Remediation fix = situation
                .remedies()
                .recommended()
                .first()
                .map(situation.hostFix()::hostname)
                .orElse(Remediation.NONE);
        return Draft.alone(Severity.WARNING, "hostname", evidence, fix);
    }

    private static Set<String> names(Situation situation) {
        Set<String> names = new LinkedHashSet<>(List.of(situation.paths().node()));
        Optional.ofNullable(situation.machine().hostname()).ifPresent(names::add);
        return names;
    }
}
