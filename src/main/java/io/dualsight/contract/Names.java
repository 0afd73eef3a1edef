package io.dualsight.contract;

import java.util.regex.Pattern;

/** The names that Kubernetes gives to clusters and nodes here. */
public final class Names {

    private static final String LABEL = "[a-z0-9](?:[-a-z0-9]*[a-z0-9])?";
    private static final Pattern CLUSTER = Pattern.compile(LABEL);
    private static final Pattern NODE = Pattern.compile(LABEL + "(?:\\." + LABEL + ")*");

    /** What {@link #isCluster} wants, in words. */
    public static final String CLUSTER_FORM = "a DNS label of 1 to 63 lower-case letters, digits and inner hyphens";

    /** What {@link #isNode} wants, in words. */
    public static final String NODE_FORM =
            "a DNS-1123 subdomain of 1 to 253 lower-case letters, digits, hyphens and dots";

    private Names() {}

    /** Whether {@code name} is a DNS label. */
    public static boolean isCluster(String name) {
        return name.length() <= Limits.CLUSTER_NAME && CLUSTER.matcher(name).matches();
    }

    /** Whether {@code name} is a DNS-1123 subdomain, as Kubernetes wants of a node. */
    public static boolean isNode(String name) {
        return name.length() <= Limits.NODE_NAME && NODE.matcher(name).matches();
    }
}
