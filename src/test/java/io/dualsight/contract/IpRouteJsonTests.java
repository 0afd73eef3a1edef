package io.dualsight.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class IpRouteJsonTests {

    private static List<String> read(IpFamily family, String json) {
        return IpRouteJson.read((List<?>) Json.read(json), family).stream()
                .map(each -> each.destination() + " " + each.gateway() + " " + each.device() + " " + each.metric() + " "
                        + each.origin().wire())
                .toList();
    }

    @Test
    void keepsDefaultRoutesAndLeavesOutTheOthers() {
        assertThat(read(IpFamily.IPV4, """
                        [{"dst":"default","gateway":"10.0.0.1","dev":"eth0","protocol":"dhcp","metric":100,"flags":[]},
                         {"dst":"10.0.0.0/24","dev":"eth0","protocol":"kernel","scope":"link","prefsrc":"10.0.0.10"}]""")).containsExactly("0.0.0.0/0 10.0.0.1 eth0 100 dhcp");
    }

    @Test
    void ordersThemAsTheKernelsFilesDo() {
        assertThat(read(IpFamily.IPV4, """
                        [{"dst":"default","dev":"eth1","metric":200},{"dst":"default","dev":"eth0"},
                         {"dst":"0.0.0.0/1","gateway":"10.8.0.1","dev":"tun0"}]"""))
                .containsExactly(
                        "0.0.0.0/1 10.8.0.1 tun0 0 static",
                        "0.0.0.0/0 0.0.0.0 eth0 0 static",
                        "0.0.0.0/0 0.0.0.0 eth1 200 static");
    }

    @Test
    void knowsAdvertisedRoutesAndThoseWithoutAGateway() {
        assertThat(read(IpFamily.IPV6, """
                        [{"dst":"default","gateway":"fe80::1","dev":"eth0","protocol":"ra","metric":1024,"expires":1798},
                         {"dst":"default","dev":"wg0","metric":2048}]""")).containsExactly("::/0 fe80::1 eth0 1024 ra", "::/0 :: wg0 2048 static");
    }

    @Test
    void givesAnUnreachableRouteNoInterfaceAndLeavesOutTheTablesLastRow() {
        assertThat(read(IpFamily.IPV4, """
                        [{"type":"unreachable","dst":"default","metric":50}]""")).containsExactly("0.0.0.0/0 0.0.0.0 * 50 static");
        assertThat(read(IpFamily.IPV6, """
                        [{"type":"unreachable","dst":"default","dev":"lo","metric":4294967295}]""")).isEmpty();
    }

    @Test
    void takesEachNextHopOfARoute() {
        assertThat(read(IpFamily.IPV4, """
                        [{"dst":"default","nexthops":[{"gateway":"10.0.0.1","dev":"eth0"},
                                                      {"gateway":"10.1.0.1","dev":"eth1"}]}]"""))
                .containsExactly("0.0.0.0/0 10.0.0.1 eth0 0 static", "0.0.0.0/0 10.1.0.1 eth1 0 static");
    }

    @Test
    void takesAnIpv4RouteByAnIpv6GatewayForOneWithout() {
        assertThat(read(IpFamily.IPV4, """
                        [{"dst":"default","via":{"family":"inet6","host":"fe80::1"},"dev":"eth0"}]""")).containsExactly("0.0.0.0/0 0.0.0.0 eth0 0 static");
    }

    @Test
    void tellsWhoseTableItIs() {
        assertThat(IpRouteJson.family((List<?>) Json.read("[{\"dst\":\"default\",\"gateway\":\"fe80::1\"}]")))
                .contains(IpFamily.IPV6);
        assertThat(IpRouteJson.family((List<?>) Json.read("[{\"dst\":\"default\",\"dev\":\"tun0\"}]")))
                .isEmpty();
    }

    @Test
    void namesTheEntryThatIsNoRoute() {
        assertThatThrownBy(() -> read(IpFamily.IPV4, "[{\"dst\":\"default\",\"dev\":\"eth0\"},{\"dst\":\"default\"}]"))
                .hasMessage("entry 2: no dev");
        assertThatThrownBy(() -> read(IpFamily.IPV4, "[{\"dev\":\"eth0\"}]")).hasMessage("entry 1: no dst");
        assertThatThrownBy(() -> read(IpFamily.IPV4, "[7]")).hasMessage("entry 1: no object");
    }
}
