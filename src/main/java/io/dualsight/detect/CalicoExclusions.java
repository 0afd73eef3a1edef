package io.dualsight.detect;

import java.util.List;
import java.util.regex.Pattern;

/** The interfaces that calico-node's first-found leaves out (the same list in v3.29.1 and on master). */
public final class CalicoExclusions {

    /** Calico's list, in its order, as regular expressions that match anywhere in a name. */
    public static final List<String> PATTERNS = List.of(
            "^docker.*",
            "^cbr.*",
            "^dummy.*",
            "^podman.*",
            "^virbr.*",
            "^lxcbr.*",
            "^veth.*",
            "^lo",
            "^br-.*",
            "^cali.*",
            "^tunl.*",
            "^flannel.*",
            "^kube-ipvs.*",
            "^cni.*",
            "^vxlan\\.calico.*",
            "^vxlan-v6\\.calico.*",
            "^wireguard\\.cali.*",
            "^wg-v6\\.cali.*",
            "^nodelocaldns.*");

    private static final Pattern ANY = Pattern.compile("(" + String.join(")|(", PATTERNS) + ")");

    private CalicoExclusions() {}

    /** Whether first-found leaves this interface out. */
    static boolean cover(String name) {
        return ANY.matcher(name).find();
    }
}
