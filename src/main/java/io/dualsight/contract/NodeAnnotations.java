package io.dualsight.contract;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The annotations of a Node that address detection uses: those of {@code domain.md} §2 and §3. Others may hold anything. */
public final class NodeAnnotations {

    private static final Pattern NAME = Pattern.compile("(rke2|k3s)\\.io/(internal-ip|external-ip|hostname)"
            + "|alpha\\.kubernetes\\.io/provided-node-ip"
            + "|projectcalico\\.org/(IPv[46]Address|IPv4IPIPTunnelAddr|IPv[46]VXLANTunnelAddr)"
            + "|flannel\\.alpha\\.coreos\\.com/((node-)?public-ip(v6)?(-overwrite)?|backend-type|kube-subnet-manager)"
            + "|(network\\.cilium\\.io|io\\.cilium\\.network)[./-]ipv[46]-(pod-cidr|health-ip|cilium-host)");

    private NodeAnnotations() {}

    /** Whether the annotation of this name says something of addresses. */
    public static boolean isWanted(String name) {
        return NAME.matcher(name).matches();
    }

    /** Those of all that are wanted, their values cut at {@link Limits#TEXT}. */
    public static SortedMap<String, String> wanted(Map<String, String> all) {
        SortedMap<String, String> wanted = new TreeMap<>();
        all.forEach((name, value) -> {
            if (isWanted(name)) {
                wanted.put(name.intern(), value.substring(0, Math.min(value.length(), Limits.TEXT)));
            }
        });
        return wanted;
    }
}
