package io.dualsight.agent;

import io.dualsight.contract.ConfigFacts;
import io.dualsight.contract.IpAddress;
import io.dualsight.contract.IpPrefix;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where the cluster's own services are, as far as this node knows: a server by its {@code service-cidr}, of which they
 * have the first address and the tenth, an agent by what kubelet was given, a pod by its environment.
 */
final class ClusterServices {

    private static final int DNS_OFFSET = 10;
    private static final Pattern ADDRESS = Pattern.compile("[0-9A-Fa-f.:]+");
    private static final List<String> KUBELET_FILES = List.of(
            "/var/lib/rancher/rke2/agent/etc/kubelet.conf.d",
            "/var/lib/rancher/k3s/agent/etc/kubelet.conf.d",
            "/var/lib/kubelet/config.yaml");

    private final HostFiles files;
    private final Map<String, String> environment;

    ClusterServices(HostFiles files, Map<String, String> environment) {
        this.files = files;
        this.environment = environment;
    }

    /**
     * The addresses of two services.
     *
     * @param kubernetes of the API, on port 443; empty where not known
     * @param dns of the cluster's name servers; empty where not known
     */
    record Found(Set<IpAddress> kubernetes, Set<IpAddress> dns) {}

    Found find(@Nullable ConfigFacts config) {
        Set<IpAddress> kubernetes = new LinkedHashSet<>();
        Set<IpAddress> dns = new LinkedHashSet<>();
        for (String item : items(config, "service-cidr")) {
            IpPrefix.parse(item.strip()).ifPresent(prefix -> {
                kubernetes.add(offset(prefix, 1));
                dns.add(offset(prefix, DNS_OFFSET));
            });
        }
        Set<IpAddress> given = new LinkedHashSet<>();
        items(config, "cluster-dns")
                .forEach(each -> IpAddress.parse(each.strip()).ifPresent(given::add));
        if (given.isEmpty()) {
            ofKubelet().forEach(each -> IpAddress.parse(each).ifPresent(given::add));
        }
        IpAddress.parse(environment.getOrDefault("KUBERNETES_SERVICE_HOST", "")).ifPresent(kubernetes::add);
        if (kubernetes.isEmpty()) {
            given.forEach(each -> first(each).ifPresent(kubernetes::add));
        }
        return new Found(kubernetes, given.isEmpty() ? dns : given);
    }

    private static List<String> items(@Nullable ConfigFacts config, String key) {
        return config == null ? List.of() : config.items(key);
    }

    /** The tenth address of a prefix tells its first one, where nobody chose another. */
    private static Optional<IpAddress> first(IpAddress dns) {
        byte[] bytes = dns.bytes();
        int last = bytes.length - 1;
        if (bytes[last] != DNS_OFFSET) {
            return Optional.empty();
        }
        bytes[last] = 1;
        return Optional.of(IpAddress.of(bytes));
    }

    /** The address so far behind the prefix's first one; service prefixes are long enough for no carry. */
    private static IpAddress offset(IpPrefix prefix, int offset) {
        byte[] bytes = prefix.address().bytes();
        for (int bit = prefix.length(); bit < 8 * bytes.length; bit++) {
            bytes[bit / 8] &= (byte) ~(0x80 >> bit % 8);
        }
        bytes[bytes.length - 1] += (byte) offset;
        return IpAddress.of(bytes);
    }

    /** The {@code clusterDNS} of kubelet's configuration, which holds no secret. */
    private List<String> ofKubelet() {
        List<String> found = new ArrayList<>();
        try {
            for (String path : KUBELET_FILES) {
                boolean folder = path.endsWith(".d");
                List<String> names = !files.exists(path) ? List.of() : folder ? files.list(path) : List.of("");
                for (String name : names) {
                    found.addAll(clusterDns(files.text(folder ? path + "/" + name : path)));
                }
            }
        } catch (IOException e) {
            // to know no service to try is no failure
        }
        return found;
    }

    static List<String> clusterDns(String yaml) {
        List<String> found = new ArrayList<>();
        boolean below = false;
        for (String line : yaml.lines().toList()) {
            boolean heading = line.startsWith("clusterDNS:");
            below = heading || below && line.strip().startsWith("- ");
            Matcher address = ADDRESS.matcher(heading ? line.substring(line.indexOf(':') + 1) : line);
            while (below && address.find()) {
                found.add(address.group());
            }
        }
        return found;
    }
}
