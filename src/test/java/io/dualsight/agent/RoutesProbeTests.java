package io.dualsight.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.dualsight.contract.IpFamily;
import io.dualsight.contract.Route;
import io.dualsight.contract.RouteOrigin;
import io.dualsight.contract.Routes;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoutesProbeTests {

    private static final String HEAD =
            "Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT\n";
    private static final String ZEROS = "00000000000000000000000000000000";
    private static final String LAST =
            ZEROS + " 00 " + ZEROS + " 00 " + ZEROS + " ffffffff 00000001 00000000 00200200       lo\n";

    @TempDir
    private Path folder;

    private NodeTree node;
    private final Gaps gaps = new Gaps();

    @BeforeEach
    void tree() {
        node = new NodeTree(folder);
    }

    private Routes read() {
        Routes routes = new RoutesProbe(node.files(), node.programs()).read(gaps);
        assertThat(routes).isNotNull();
        return routes;
    }

    private static String ipv4(String device, String gateway, String flags, int metric, String mask) {
        return device + "\t00000000\t" + gateway + "\t" + flags + "\t0\t0\t" + metric + "\t" + mask + "\t0\t0\t0\n";
    }

    private static String ipv6(String length, String gateway, String metric, String flags, String device) {
        return ZEROS + " " + length + " " + ZEROS + " 00 " + gateway + " " + metric + " 00000001 00000000 " + flags
                + "     " + device + "\n";
    }

    @Test
    void keepsTheOrderOfTheRouteFiles() {
        node.file(
                "/proc/net/route",
                HEAD
                        + ipv4("tun0", "00000000", "0001", 0, "00000080")
                        + ipv4("eth0", "016433C6", "0003", 100, "00000000")
                        + ipv4("*", "00000000", "0201", 200, "00000000")
                        + "eth0\t000200C0\t00000000\t0001\t0\t0\t0\t00FFFFFF\t0\t0\t0\n");
        node.file(
                "/proc/net/ipv6_route",
                ipv6("01", "fe800000000000000000000000000001", "00000400", "00000003", "wg0")
                        + ipv6("00", "fe800000000000000000000000000001", "00000400", "00450003", "eth0")
                        + ipv6("00", ZEROS, "00000401", "00000001", "eth1")
                        + ipv6("00", ZEROS, "00000402", "00200200", "lo")
                        + LAST);

        assertThat(read().all())
                .extracting(each -> each.destination() + " " + each.gateway() + " " + each.device() + " "
                        + each.metric() + " " + each.origin().wire())
                .containsExactly(
                        "0.0.0.0/1 0.0.0.0 tun0 0 unknown",
                        "0.0.0.0/0 198.51.100.1 eth0 100 unknown",
                        "0.0.0.0/0 0.0.0.0 * 200 unknown",
                        "::/1 fe80::1 wg0 1024 unknown",
                        "::/0 fe80::1 eth0 1024 ra",
                        "::/0 :: eth1 1025 unknown",
                        "::/0 :: * 1026 unknown");
        assertThat(gaps.errors()).isEmpty();
    }

    @Test
    void asksIpWhoMadeARoute() {
        node.file(
                "/proc/net/route",
                HEAD
                        + ipv4("eth0", "016433C6", "0003", 100, "00000000")
                        + ipv4("eth1", "016433C6", "0003", 0, "00000000"));
        node.prints("ip -j -4 route show default", """
                [{"dst":"default","gateway":"198.51.100.1","dev":"eth0","protocol":"dhcp","metric":100,"flags":[]},
                 {"dst":"default","gateway":"198.51.100.1","dev":"eth1","flags":[]}]""");

        assertThat(read().all()).extracting(Route::origin).containsExactly(RouteOrigin.DHCP, RouteOrigin.STATIC);
    }

    @Test
    void doesNotTakeAProgramsAdvertisedRouteForTheKernels() {
        node.file(
                "/proc/net/ipv6_route",
                ipv6("00", "fe800000000000000000000000000001", "00000400", "00000003", "eth0") + LAST);
        node.prints(
                "ip -j -6 route show default",
                "[{\"dst\":\"default\",\"gateway\":\"fe80::1\",\"dev\":\"eth0\",\"protocol\":\"ra\",\"metric\":1024}]");

        assertThat(read().all()).extracting(Route::origin).containsExactly(RouteOrigin.UNKNOWN);
    }

    @Test
    void doesNotMindIpThatPrintsGarbage() {
        node.file("/proc/net/route", HEAD + ipv4("eth0", "016433C6", "0003", 100, "00000000"));
        node.prints("ip -j -4 route show default", "no JSON");

        assertThat(read().all()).extracting(Route::origin).containsExactly(RouteOrigin.UNKNOWN);
        assertThat(gaps.errors()).isEmpty();
    }

    @Test
    void knowsThatAKernelWithoutIpv6HasNoSuchRoutes() {
        node.without("/proc/net/if_inet6").without("/proc/net/ipv6_route");

        assertThat(read().readable()).containsExactlyInAnyOrder(IpFamily.IPV4, IpFamily.IPV6);
        assertThat(gaps.errors()).isEmpty();
    }

    @Test
    void leavesOneFamilyUnknownWhereItsFileIsMissingAlone() {
        node.without("/proc/net/ipv6_route");

        assertThat(read().readable()).containsExactly(IpFamily.IPV4);
        assertThat(gaps.errors())
                .extracting(each -> each.probe() + " " + each.message())
                .containsExactly("routes.ipv6 /proc/net/ipv6_route: no such file");
    }

    @Test
    void failsAloneOverALineThatNoKernelWrites() {
        node.file("/proc/net/route", HEAD + ipv4("eth0", "nonsense", "0003", 100, "00000000"));

        assertThat(read().readable()).containsExactly(IpFamily.IPV6);
        assertThat(gaps.errors()).extracting(each -> each.probe()).containsExactly("routes.ipv4");
    }
}
