package io.dualsight.ingest;

import java.util.List;
import java.util.Locale;

/** The clusters of the simulated fleet: one of each kind that admins run. */
enum DemoCluster {
    /** IPv6 alone, on its way from the version that Calico cannot start on to the one where it can. */
    EDGE(120, "rke2", "calico", "2001:cafe:42::/56", "2001:cafe:43::/112"),
    /** Dual stack that works. */
    CORE(90, "rke2", "canal", "10.42.0.0/16,2001:cafe:52::/56", "10.43.0.0/16,2001:cafe:53::/112"),
    /** Small shops, IPv4 alone. */
    STORES(60, "k3s", "flannel", "10.42.0.0/16", "10.43.0.0/16"),
    /** Where new things are tried. */
    LAB(30, "rke2", "cilium", "10.44.0.0/16,2001:cafe:62::/56", "10.45.0.0/16,2001:cafe:63::/112");

    private static final int SERVERS = 3;

    private final int size;
    private final String distribution;
    private final String cni;
    private final String clusterCidr;
    private final String serviceCidr;

    @SuppressWarnings("ParameterNumber") // a constructor
    DemoCluster(int size, String distribution, String cni, String clusterCidr, String serviceCidr) {
        this.size = size;
        this.distribution = distribution;
        this.cni = cni;
        this.clusterCidr = clusterCidr;
        this.serviceCidr = serviceCidr;
    }

    /** Marked in every list, export and API answer, even after the simulation has been switched off. */
    String title() {
        return "demo-" + word();
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    int size() {
        return size;
    }

    String distribution() {
        return distribution;
    }

    String cni() {
        return cni;
    }

    String clusterCidr() {
        return clusterCidr;
    }

    String serviceCidr() {
        return serviceCidr;
    }

    boolean ipv4() {
        return clusterCidr.startsWith("10.");
    }

    boolean ipv6() {
        return clusterCidr.contains(":");
    }

    boolean isServer(int number) {
        return number <= SERVERS;
    }

    String nodeName(int number) {
        return isServer(number) ? "%s-cp-%d".formatted(word(), number) : "%s-%03d".formatted(word(), number);
    }

    String ipv4Address(int number) {
        String net = List.of("203.0.113", "198.51.100", "192.0.2", "203.0.113").get(ordinal());
        return net + "." + (number + 100 * (this == LAB ? 1 : 0));
    }

    String ipv6Address(int number) {
        return "2001:db8:%x::%x".formatted(ordinal() + 0xe0, number + 0x10);
    }
}
