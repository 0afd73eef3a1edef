package io.dualsight.agent;

import io.dualsight.contract.HostsFile;
import io.dualsight.contract.IpAddress;
import io.dualsight.contract.Limits;
import io.dualsight.contract.Resolvers;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What the node resolves names with: {@code /etc/hosts} and its name servers. */
final class NamesProbe {

    private static final String HOSTS = "/etc/hosts";
    private static final String RESOLV_CONF = "/etc/resolv.conf";
    private static final String SYSTEMD = "/run/systemd/resolve/resolv.conf";

    private final HostFiles files;

    NamesProbe(HostFiles files) {
        this.files = files;
    }

    HostsFile hosts() throws IOException {
        List<String> lines = files.text(HOSTS)
                .lines()
                .map(line -> line.split("#", 2)[0].strip())
                .filter(line -> !line.isEmpty())
                .map(line -> line.substring(0, Math.min(Limits.TEXT, line.length())))
                .limit(Limits.ENTRIES)
                .toList();
        return new HostsFile(lines);
    }

    /**
     * The servers of the file that k3s gives kubelet: {@code /etc/resolv.conf}, or where that names a loopback or
     * link-local one, systemd's own where all of its servers are global ({@code pkg/agent/config/config.go}).
     */
    Resolvers resolvers() throws IOException {
        List<String> servers = servers(RESOLV_CONF);
        if (!allGlobal(servers) && files.exists(SYSTEMD)) {
            List<String> upstream = servers(SYSTEMD);
            servers = allGlobal(upstream) ? upstream : servers;
        }
        return new Resolvers(servers);
    }

    private static boolean allGlobal(List<String> servers) {
        return !servers.isEmpty()
                && servers.stream()
                        .allMatch(each -> IpAddress.parse(each)
                                .filter(IpAddress::isGlobalUnicast)
                                .isPresent());
    }

    private List<String> servers(String file) throws IOException {
        List<String> servers = new ArrayList<>();
        files.text(file).lines().forEach(line -> {
            String[] words = line.strip().split("\\s+");
            if (words.length > 1 && words[0].equals("nameserver") && servers.size() < Limits.ENTRIES) {
                servers.add(words[1].substring(0, Math.min(Limits.TEXT, words[1].length())));
            }
        });
        return servers;
    }
}
