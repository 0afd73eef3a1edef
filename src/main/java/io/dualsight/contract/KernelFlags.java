package io.dualsight.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The kernel's address flags from the two sources that show them. */
public final class KernelFlags {

    /** {@code valid_life_time} of an address that does not run out. */
    private static final long FOREVER = 0xffff_ffffL;

    /** Names in the order of the report, with their bit in {@code /proc/net/if_inet6}, where they have one. */
    private static final List<Map.Entry<String, Integer>> BITS = List.of(
            Map.entry("temporary", 0x01),
            Map.entry("deprecated", 0x20),
            Map.entry("tentative", 0x40),
            Map.entry("optimistic", 0x04),
            Map.entry("dadfailed", 0x08),
            Map.entry("nodad", 0x02),
            Map.entry("mngtmpaddr", 0),
            Map.entry("noprefixroute", 0));

    private static final int PERMANENT = 0x80;

    private KernelFlags() {}

    /** Of an entry of {@code addr_info} in {@code ip -j addr}, which prints the flags that are set as {@code true}. */
    static AddressFlags of(Map<?, ?> entry) {
        List<String> names = new ArrayList<>();
        boolean runsOut = Boolean.TRUE.equals(entry.get("dynamic"))
                || entry.get("valid_life_time") instanceof Long seconds && seconds != FOREVER;
        names.add(runsOut ? "dynamic" : "permanent");
        for (Map.Entry<String, Integer> flag : BITS) {
            if (Boolean.TRUE.equals(entry.get(flag.getKey()))) {
                names.add(flag.getKey());
            }
        }
        return AddressFlags.of(names);
    }

    /** Of the flags column of {@code /proc/net/if_inet6}: eight bits, so that the higher flags do not show. */
    public static AddressFlags of(int column) {
        List<String> names = new ArrayList<>();
        names.add((column & PERMANENT) == 0 ? "dynamic" : "permanent");
        for (Map.Entry<String, Integer> flag : BITS) {
            if ((column & flag.getValue()) != 0) {
                names.add(flag.getKey());
            }
        }
        return AddressFlags.of(names);
    }
}
