package io.dualsight.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpAddressTests {

    @ParameterizedTest
    @CsvSource({
        "2001:0db8:0000:0000:0000:0000:0000:0010, 2001:db8::10",
        "2001:DB8:1::10, 2001:db8:1::10",
        "::, ::",
        "::1, ::1",
        "1::, 1::",
        "1:2:3:4:5:6:7::, 1:2:3:4:5:6:7:0",
        "0:0:1::, 0:0:1::",
        "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
        "1:0:0:2:0:0:0:3, 1:0:0:2::3",
        "1:0:0:2:2:0:0:3, 1::2:2:0:0:3",
        "64:ff9b::192.0.2.33, 64:ff9b::c000:221",
        "::192.0.2.1, ::c000:201",
        "::ffff:10.0.0.10, 10.0.0.10",
        "::ffff:a00:a, 10.0.0.10",
        "255.255.255.255, 255.255.255.255",
        "0.0.0.0, 0.0.0.0"
    })
    void readsWhatGoReadsAndWritesRfc5952(String text, String canonical) {
        assertThat(IpAddress.parse(text).orElseThrow()).hasToString(canonical);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "localhost",
                "10.0.0",
                "10.0.0.0.1",
                "10.0.0.256",
                "010.0.0.1",
                "10.0.0.1 ",
                "10.0.0.-1",
                "fe80::1%eth0",
                "::1/128",
                "1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:8:9",
                "1:2:3:4:5:6:7:8::",
                "1::2::3",
                ":::",
                ":1",
                "1:",
                "12345::",
                "g::",
                "::1.2.3",
                "1.2.3.4::",
                "::ffff:1.2.3.4:5",
                "١.2.3.4",
                "1:2:3:4:5:6:7:1.2.3.4",
                "1:2:3:4:5:6:7:8::1"
            })
    void refusesWhatGoRefuses(String text) {
        assertThat(IpAddress.parse(text)).isEmpty();
    }

    @Test
    void agreesWithTheJdkOnRandomAddresses() throws UnknownHostException {
        Random random = new Random(7454);
        for (int i = 0; i < 2_000; i++) {
            byte[] bytes = new byte[16];
            random.nextBytes(bytes);
            for (int zero = random.nextInt(16); zero < 16; zero += 1 + random.nextInt(4)) {
                bytes[zero] = 0;
            }
            IpAddress address = IpAddress.of(bytes);
            assertThat(InetAddress.getByAddress(bytes).isLoopbackAddress()).isEqualTo(address.isLoopback());
            assertThat(InetAddress.getByAddress(bytes).isMulticastAddress()).isEqualTo(address.isMulticast());
            assertThat(IpAddress.parse(address.toString())).contains(address);
            String jdk = InetAddress.getByAddress(bytes).getHostAddress();
            assertThat(IpAddress.parse(jdk)).contains(address);
        }
    }

    @Test
    void takesMappedAddressesForIpv4AsGoDoesButRemembers() {
        IpAddress mapped = IpAddress.parse("::ffff:10.0.0.10").orElseThrow();
        assertThat(mapped.family()).isEqualTo(IpFamily.IPV4);
        assertThat(mapped.wasV4Mapped()).isTrue();
        assertThat(mapped).isEqualTo(IpAddress.parse("10.0.0.10").orElseThrow());
        assertThat(IpAddress.parse("10.0.0.10").orElseThrow().wasV4Mapped()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.1, true",
        "192.0.0.1, true",
        "100.64.0.1, true",
        "fd00::1, true",
        "2001:db8::1, true",
        "169.253.255.255, true",
        "169.254.0.0, false",
        "169.254.255.255, false",
        "169.255.0.0, true",
        "223.255.255.255, true",
        "224.0.0.0, false",
        "239.255.255.255, false",
        "240.0.0.1, true",
        "255.255.255.254, true",
        "255.255.255.255, false",
        "0.0.0.0, false",
        "0.0.0.1, true",
        "126.255.255.255, true",
        "127.0.0.0, false",
        "127.255.255.255, false",
        "128.0.0.0, true",
        "::, false",
        "::1, false",
        "::2, true",
        "fe7f::1, true",
        "fe80::1, false",
        "febf::1, false",
        "fec0::1, true",
        "feff::1, true",
        "ff00::1, false",
        "fbff::1, true"
    })
    void isGlobalUnicastWhereGoSaysSo(String text, boolean global) {
        assertThat(IpAddress.parse(text).orElseThrow().isGlobalUnicast()).isEqualTo(global);
    }

    @ParameterizedTest
    @CsvSource({"fbff::1, false", "fc00::1, true", "fdff::1, true", "fe00::1, false", "10.0.0.1, false"})
    void isUniqueLocalBetweenFc00AndFdff(String text, boolean local) {
        assertThat(IpAddress.parse(text).orElseThrow().isUniqueLocal()).isEqualTo(local);
    }

    @Test
    void hasFourOrSixteenBytes() {
        assertThatThrownBy(() -> IpAddress.of(new byte[5]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not 5");
    }

    @Test
    void hasAHashForAlmostEachAddressOfAPrefix() {
        Set<Integer> hashes = new HashSet<>();
        for (int node = 0; node < 10_000; node++) {
            hashes.add(IpAddress.parse("2001:db8:1::" + Integer.toHexString(node))
                    .orElseThrow()
                    .hashCode());
        }
        assertThat(hashes).hasSizeGreaterThan(9_900);
    }
}
