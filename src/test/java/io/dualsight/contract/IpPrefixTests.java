package io.dualsight.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpPrefixTests {

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 10.255.255.255, true",
        "10.0.0.0/8, 11.0.0.0, false",
        "192.0.0.0/29, 192.0.0.7, true",
        "192.0.0.0/29, 192.0.0.8, false",
        "10.4.0.1/24, 10.4.0.200, true",
        "2001:db8::/33, 2001:db8:7fff::1, true",
        "2001:db8::/33, 2001:db8:8000::1, false",
        "::/0, 2001:db8::1, true",
        "::/0, 10.0.0.1, false",
        "0.0.0.0/0, 203.0.113.9, true",
        "2001:db8::1/128, 2001:db8::1, true",
        "2001:db8::1/128, 2001:db8::2, false",
        "fe80::/10, febf::1, true",
        "fe80::/10, fec0::1, false"
    })
    void containsWhatBeginsWithIt(String prefix, String address, boolean contained) {
        assertThat(IpPrefix.parse(prefix)
                        .orElseThrow()
                        .contains(IpAddress.parse(address).orElseThrow()))
                .isEqualTo(contained);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0", "10.0.0.0/", "10.0.0.0/33", "::/129", "::/-1", "::/+1", "::/1000", "x/8", "/8"})
    void refusesWhatIsNoPrefix(String text) {
        assertThat(IpPrefix.parse(text)).isEmpty();
    }

    @Test
    void keepsTheAddressAsWritten() {
        assertThat(IpPrefix.parse("10.4.0.1/24").orElseThrow()).hasToString("10.4.0.1/24");
    }

    @Test
    void refusesALengthBeyondItsFamily() {
        IpAddress address = IpAddress.parse("192.0.2.1").orElseThrow();
        assertThat(new IpPrefix(address, 32).length()).isEqualTo(32);
        assertThatThrownBy(() -> new IpPrefix(address, 33))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("33");
    }
}
