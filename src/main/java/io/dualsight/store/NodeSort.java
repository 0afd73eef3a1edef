package io.dualsight.store;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The orders of the node list. Nodes that are equal in it stand by name. */
public enum NodeSort {
    /** Critical verdicts first, healthy nodes last: what an operator must look at. */
    WORST("worst"),
    /** By node name. */
    NODE("node"),
    /** By cluster, then node. */
    CLUSTER("cluster"),
    /** The longest silent first. */
    LAST_REPORT_AT("lastReportAt"),
    /** By version, oldest first; nodes whose version is not known or not a number stand before all others. */
    VERSION("version"),
    /** By the host's stack. */
    FAMILY("family");

    private final String parameter;

    NodeSort(String parameter) {
        this.parameter = parameter;
    }

    /** The name in a URL; with a minus before it the order is turned around. */
    public String parameter() {
        return parameter;
    }

    static NodeSort of(String text) {
        String name = text.startsWith("-") ? text.substring(1) : text;
        return Arrays.stream(values())
                .filter(sort -> sort.parameter.equals(name))
                .findFirst()
                .orElseThrow(() -> new BadQueryException("sort", text, expected()));
    }

    private static String expected() {
        String names = Arrays.stream(values()).map(NodeSort::parameter).collect(Collectors.joining(", "));
        return "one of " + names + ", with a minus before it for the other way round";
    }
}
