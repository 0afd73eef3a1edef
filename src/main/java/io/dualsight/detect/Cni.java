package io.dualsight.detect;

import java.util.List;
import java.util.Locale;

/** The network plug-in that gives pods their addresses. */
public enum Cni {
    CALICO,
    /** flannel for routing, Calico for policy; calico-node looks for no address. */
    CANAL,
    FLANNEL,
    CILIUM,
    /** Explicitly none, or one that Dualsight does not know. */
    OTHER,
    /** Not said by any fact. */
    UNKNOWN;

    /** The name in answers: lower case. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether flannel chooses an interface on the node. */
    public boolean runsFlannel() {
        return this == CANAL || this == FLANNEL;
    }

    /** The primary plug-in of RKE2's {@code cni} list: {@code multus} may stand before it and chooses nothing. */
    static Cni ofNames(List<String> names) {
        for (String name : names) {
            Cni cni = ofName(name.trim().toLowerCase(Locale.ROOT));
            if (cni != UNKNOWN) {
                return cni;
            }
        }
        return UNKNOWN;
    }

    private static Cni ofName(String name) {
        return switch (name) {
            case "calico" -> CALICO;
            case "canal" -> CANAL;
            case "flannel" -> FLANNEL;
            case "cilium" -> CILIUM;
            case "", "multus" -> UNKNOWN;
            default -> OTHER;
        };
    }
}
