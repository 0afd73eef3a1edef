package io.dualsight.web;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Which columns of the node list a reader wants; the node itself is always there.
 *
 * @param shown their names, in the table's order
 */
record ListColumns(Set<String> shown) {

    /** All that there are, in the table's order. */
    static final List<String> ALL =
            List.of("cluster", "ipv4", "ipv6", "ips", "verdict", "past", "ready", "version", "cni", "last");

    /** Those of an address that names none. */
    static final List<String> USUAL = List.of("cluster", "ipv4", "ipv6", "ips", "verdict", "past", "version", "last");

    static final String PARAMETER = "columns";

    /** From the parameter, once with commas as links write it or many times as a form does. */
    static ListColumns of(List<String> written) {
        List<String> names = new ArrayList<>();
        written.forEach(each -> names.addAll(List.of(each.split(","))));
        Set<String> shown = new LinkedHashSet<>(ALL);
        shown.retainAll(names);
        return new ListColumns(shown.isEmpty() ? new LinkedHashSet<>(USUAL) : shown);
    }

    /** Whether it is shown; templates ask, too. */
    public boolean has(String column) {
        return shown.contains(column);
    }

    boolean isUsual() {
        return List.copyOf(shown).equals(USUAL);
    }

    String written() {
        return String.join(",", shown);
    }

    /** The same page with these columns. */
    String on(String address) {
        if (isUsual()) {
            return address;
        }
        return address + (address.contains("?") ? "&" : "?") + PARAMETER + "=" + written();
    }
}
