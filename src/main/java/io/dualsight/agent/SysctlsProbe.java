package io.dualsight.agent;

import io.dualsight.contract.Interfaces;
import io.dualsight.contract.Limits;
import io.dualsight.contract.NetworkInterface;
import io.dualsight.contract.Sysctls;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The kernel settings that decide about addresses and forwarding. */
final class SysctlsProbe {

    private static final List<String> PER_SCOPE =
            List.of("disable_ipv6", "accept_ra", "forwarding", "use_tempaddr", "accept_dad", "autoconf");
    private static final List<String> GLOBAL =
            List.of("net.ipv4.ip_forward", "net.ipv4.conf.all.forwarding", "net.ipv6.bindv6only");
    private static final String IPV6 = "/proc/sys/net/ipv6";

    private final HostFiles files;

    SysctlsProbe(HostFiles files) {
        this.files = files;
    }

    /** Reads them for {@code all}, {@code default}, and each interface. */
    @Nullable
    Sysctls read(@Nullable Interfaces interfaces, Gaps gaps) {
        Map<String, String> values = new LinkedHashMap<>();
        boolean ipv6 = files.exists(IPV6);
        for (String name : GLOBAL) {
            if (ipv6 || !name.startsWith("net.ipv6")) {
                put(values, name, "/proc/sys/" + name.replace('.', '/'), gaps);
            }
        }
        // a kernel without IPv6 has no such settings, which is no failure to read them
        for (String scope : ipv6 ? scopes(interfaces) : List.<String>of()) {
            for (String key : PER_SCOPE) {
                put(values, "net.ipv6.conf." + scope + "." + key, IPV6 + "/conf/" + scope + "/" + key, gaps);
            }
        }
        return values.isEmpty() ? null : new Sysctls(values);
    }

    private List<String> scopes(@Nullable Interfaces interfaces) {
        List<String> scopes = new ArrayList<>(List.of("all", "default"));
        if (interfaces != null) {
            interfaces.all().stream()
                    .map(NetworkInterface::name)
                    // an interface with a small MTU has no IPv6 at all
                    .filter(name -> files.exists(IPV6 + "/conf/" + name))
                    .limit((Limits.ENTRIES - GLOBAL.size()) / PER_SCOPE.size() - scopes.size())
                    .forEach(scopes::add);
        }
        return scopes;
    }

    private void put(Map<String, String> values, String name, String file, Gaps gaps) {
        try {
            values.put(name, files.value(file));
        } catch (IOException e) {
            gaps.add("sysctls." + name, String.valueOf(e.getMessage()));
        }
    }
}
