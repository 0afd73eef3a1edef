package io.dualsight.web;

/**
 * What a reader pasted to be judged, as it was pasted; empty texts where nothing was.
 *
 * @param config {@code config.yaml}
 * @param addresses output of {@code ip -j addr}
 * @param routes output of {@code ip -j route}, {@code ip -j -6 route} or both, one after the other
 * @param cidrs the cluster's prefixes, where the configuration does not hold them
 * @param host what kind of host it is
 * @param report a whole report, instead of all these
 */
record CheckForm(String config, String addresses, String routes, Cidrs cidrs, Host host, String report) {

    static final CheckForm EMPTY = new CheckForm("", "", "", new Cidrs("", ""), new Host("rke2", "", "server"), "");

    /** As in {@code cluster-cidr} and {@code service-cidr}. */
    record Cidrs(String cluster, String service) {}

    /** Distribution, its version, and the node's role. */
    record Host(String distribution, String version, String role) {}

    boolean isEmpty() {
        return report.isBlank() && config.isBlank() && addresses.isBlank() && routes.isBlank();
    }
}
