package io.dualsight.contract;

import org.jspecify.annotations.Nullable;

/**
 * An address on an interface.
 *
 * @param address without zone
 * @param prefixLength 0 to 32 or 128; absent = not known
 * @param scope the kernel's: {@code global}, {@code site}, {@code link}, {@code host}; absent = not known
 * @param flags the kernel's
 */
public record InterfaceAddress(
        IpAddress address,
        @Nullable Integer prefixLength,
        @Nullable String scope,
        AddressFlags flags) {

    /** Address and prefix length as {@code ip addr} writes them; the address alone where the length is not known. */
    public String cidr() {
        return prefixLength == null ? address.toString() : address + "/" + prefixLength;
    }
}
