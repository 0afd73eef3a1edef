package io.dualsight.rule;

import io.dualsight.contract.HostsFile;
import io.dualsight.contract.IpAddress;
import io.dualsight.contract.IpFamily;
import java.util.List;

/** {@code localhost} does not name ::1, so probes of what listens there fail. */
final class LocalhostV6Missing implements Rule {

    @Override
    public String id() {
        return "LOCALHOST_V6_MISSING";
    }

    @Override
    public List<Draft> judge(Situation situation) {
        HostsFile hosts = situation.report().network().hostsFile();
        if (hosts == null || hosts.addressesOf("localhost").stream().anyMatch(LocalhostV6Missing::isLoopback)) {
            return List.of();
        }
        boolean decisive = situation.machine().isServer() && situation.cluster().servicePrimary() == IpFamily.IPV6;
        List<String> lines = hosts.lines().stream()
                .filter(line -> line.contains("localhost"))
                .toList();
        Evidence evidence = Evidence.of("lines", lines)
                .and("serviceCidr", situation.cluster().serviceCidr());
        Severity severity = decisive ? Severity.CRITICAL : Severity.WARNING;
        return Draft.alone(severity, "localhost", evidence, situation.hostFix().localhost());
    }

    private static boolean isLoopback(String text) {
        return IpAddress.parse(text)
                .filter(address -> address.family() == IpFamily.IPV6 && address.isLoopback())
                .isPresent();
    }
}
