package io.dualsight.rule;

import io.dualsight.contract.IpList;

/** The fixes for one node, made with its own addresses, interfaces and paths. */
final class Remedies {

    private final IpList recommended;
    private final NodePaths paths;
    private final ConfigFix config;
    private final HostFix host;
    private final CniFix cni;

    Remedies(Situation situation) {
        this.recommended = new Recommendation(situation).nodeIps();
        this.paths = new NodePaths(situation.report());
        this.config = new ConfigFix(situation, paths, recommended);
        this.host = new HostFix(paths, config);
        this.cni = new CniFix(situation, paths);
    }

    /** The {@code node-ip} to write; empty where none can be recommended. */
    IpList recommended() {
        return recommended;
    }

    NodePaths paths() {
        return paths;
    }

    ConfigFix config() {
        return config;
    }

    HostFix host() {
        return host;
    }

    CniFix cni() {
        return cni;
    }
}
