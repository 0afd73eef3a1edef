package io.dualsight.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClientAddressTests {

    @Test
    void countsASlash64AsOne() {
        assertThat(ClientAddress.network("2001:db8:1:2::1")).isEqualTo(ClientAddress.network("2001:db8:1:2:ffff::9"));
        assertThat(ClientAddress.network("2001:db8:1:2::1")).isNotEqualTo(ClientAddress.network("2001:db8:1:3::1"));
    }

    @Test
    void tellsIpv4AddressesApart() {
        assertThat(ClientAddress.network("192.0.2.1")).isEqualTo("192.0.2.1");
        assertThat(ClientAddress.network("192.0.2.1")).isNotEqualTo(ClientAddress.network("192.0.2.2"));
    }

    @Test
    void takesAnIpv4MappedAddressForIpv4() {
        assertThat(ClientAddress.network("::ffff:192.0.2.1")).isEqualTo("192.0.2.1");
    }

    @Test
    void readsTheZoneOfALinkLocalAddressAway() {
        assertThat(ClientAddress.network("fe80::1%eth0")).isEqualTo(ClientAddress.network("fe80::2%eth0"));
    }

    @Test
    void writesAnAddressAsPeopleDoAndLeavesAloneWhatIsNone() {
        assertThat(ClientAddress.written("0:0:0:0:0:0:0:1")).isEqualTo("::1");
        assertThat(ClientAddress.written("127.0.0.1")).isEqualTo("127.0.0.1");
        assertThat(ClientAddress.written("somewhere")).isEqualTo("somewhere");
    }
}
