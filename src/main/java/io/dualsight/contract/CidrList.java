package io.dualsight.contract;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Prefixes in an order that matters, such as a cluster-cidr: the first one's family is the primary family.
 *
 * @param prefixes may be empty, which says that there are none
 */
public record CidrList(List<IpPrefix> prefixes) {

    public CidrList {
        prefixes = List.copyOf(prefixes);
    }

    public boolean isEmpty() {
        return prefixes.isEmpty();
    }

    /** The family of the first prefix. */
    public Optional<IpFamily> primary() {
        return prefixes.stream().findFirst().map(IpPrefix::family);
    }

    /** The families that occur. */
    public Set<IpFamily> families() {
        Set<IpFamily> families = EnumSet.noneOf(IpFamily.class);
        prefixes.forEach(each -> families.add(each.family()));
        return families;
    }

    @Override
    public String toString() {
        return prefixes.stream().map(IpPrefix::toString).collect(Collectors.joining(","));
    }
}
