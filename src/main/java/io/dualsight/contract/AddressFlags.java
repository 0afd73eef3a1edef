package io.dualsight.contract;

import java.util.List;

/**
 * The kernel's flags of an address, by name: {@code permanent dynamic temporary deprecated tentative optimistic
 * dadfailed nodad mngtmpaddr noprefixroute} and whatever newer kernels add.
 *
 * @param names as reported; empty where there is none
 * @param known false where the report does not say
 */
public record AddressFlags(List<String> names, boolean known) {

    /** No flags were reported. */
    public static final AddressFlags UNKNOWN = new AddressFlags(List.of(), false);

    public AddressFlags {
        names = List.copyOf(names);
    }

    /** Flags that were read. */
    public static AddressFlags of(List<String> names) {
        return new AddressFlags(names, true);
    }

    /** Whether the flag is known to be set. */
    public boolean has(String name) {
        return names.contains(name);
    }
}
