package io.dualsight.contract;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Addresses in an order that matters: the first is the primary one.
 *
 * @param addresses may be empty, which says that there are none
 */
public record IpList(List<IpAddress> addresses) {

    public static final IpList EMPTY = new IpList(List.of());

    public IpList {
        addresses = List.copyOf(addresses);
    }

    public static IpList of(IpAddress... addresses) {
        return new IpList(List.of(addresses));
    }

    public boolean isEmpty() {
        return addresses.isEmpty();
    }

    public boolean contains(IpAddress address) {
        return addresses.contains(address);
    }

    /** The primary address. */
    public Optional<IpAddress> first() {
        return addresses.stream().findFirst();
    }

    /** The first address of one family. */
    public Optional<IpAddress> first(IpFamily family) {
        return addresses.stream().filter(each -> each.family() == family).findFirst();
    }

    /** The families that occur. */
    public Set<IpFamily> families() {
        Set<IpFamily> families = EnumSet.noneOf(IpFamily.class);
        addresses.forEach(each -> families.add(each.family()));
        return families;
    }

    /** The addresses as text, in order. */
    public List<String> texts() {
        return addresses.stream().map(IpAddress::toString).toList();
    }

    @Override
    public String toString() {
        return addresses.stream().map(IpAddress::toString).collect(Collectors.joining(","));
    }
}
