package io.dualsight.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.dualsight.contract.AddressFlags;
import io.dualsight.contract.AddressOrder;
import io.dualsight.contract.InterfaceAddress;
import io.dualsight.contract.Interfaces;
import io.dualsight.contract.IpAddress;
import io.dualsight.contract.NetworkInterface;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InterfacesProbeTests {

    private static final String LINK =
            "{\"ifindex\":%d,\"ifname\":\"%s\",\"flags\":[\"UP\"],\"mtu\":1500,\"addr_info\":[%s]}";
    private static final String ADDRESS =
            "{\"family\":\"inet6\",\"local\":\"%s\",\"prefixlen\":64,\"scope\":\"global\"%s,\"valid_life_time\":%d}";
    private static final long FOREVER = 4294967295L;

    @TempDir
    private Path folder;

    private NodeTree node;
    private final Gaps gaps = new Gaps();
    private List<NetworkInterface> links = List.of();

    @BeforeEach
    void tree() {
        node = new NodeTree(folder);
    }

    private Interfaces read() {
        Interfaces found = new InterfacesProbe(node.files(), node.programs(), () -> links).read(gaps);
        assertThat(found).isNotNull();
        return found;
    }

    private static String link(int index, String name, String... addresses) {
        return LINK.formatted(index, name, String.join(",", addresses));
    }

    private static String address(String address, String flags, long validSeconds) {
        return ADDRESS.formatted(address, flags, validSeconds);
    }

    @Test
    void keepsTheOrderOfNetlink() {
        node.prints(
                "ip -j addr",
                "[{},"
                        + link(7, "eth1") + ","
                        + link(2, "eth0", address("2001:db8::9", "", FOREVER), address("2001:db8::1", "", FOREVER))
                        + "]");

        Interfaces found = read();

        assertThat(found.order()).isEqualTo(AddressOrder.NETLINK);
        assertThat(found.all()).extracting(NetworkInterface::name).containsExactly("eth1", "eth0");
        assertThat(found.all().get(1).addresses())
                .extracting(InterfaceAddress::cidr)
                .containsExactly("2001:db8::9/64", "2001:db8::1/64");
        assertThat(gaps.errors()).isEmpty();
    }

    @Test
    void namesTheFlagsAsTheKernelDoes() {
        node.prints(
                "ip -j addr",
                "["
                        + link(
                                2,
                                "eth0",
                                address("2001:db8::1", ",\"temporary\":true,\"deprecated\":true,\"dynamic\":true", 0),
                                address(
                                        "2001:db8::2",
                                        ",\"dynamic\":true,\"mngtmpaddr\":true,\"noprefixroute\":true",
                                        600),
                                address("2001:db8::3", ",\"tentative\":true,\"dadfailed\":true", FOREVER),
                                address("2001:db8::4", ",\"nodad\":true,\"optimistic\":true", FOREVER))
                        + "]");

        assertThat(read().all().get(0).addresses())
                .extracting(each -> each.flags().names())
                .containsExactly(
                        List.of("dynamic", "temporary", "deprecated"),
                        List.of("dynamic", "mngtmpaddr", "noprefixroute"),
                        List.of("permanent", "tentative", "dadfailed"),
                        List.of("permanent", "optimistic", "nodad"));
    }

    @Test
    void leavesPodsOut() {
        node.prints(
                "ip -j addr",
                "[" + link(1, "lo") + "," + link(3, "cali0123") + "," + link(4, "veth9") + "," + link(5, "lxc1") + "]");

        assertThat(read().all()).extracting(NetworkInterface::name).containsExactly("lo");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Object \"-j\" is unknown, try \"ip help\".",
                "{}",
                "[]",
                "[1]",
                "[{\"ifname\":\"eth0\"}]",
                "[{\"ifname\":\"eth0\",\"flags\":[],\"addr_info\":[{\"local\":\"garbage\"}]}]",
                "[{\"ifindex\":99999999999,\"ifname\":\"eth0\",\"flags\":[],\"addr_info\":[]}]",
                "[[[[[[[[[[[[[[[[[[[[[[[["
            })
    void fallsBackToTheProcFilesWhereIpPrintsGarbage(String garbage) {
        node.prints("ip -j addr", garbage);
        node.file(
                "/proc/net/if_inet6",
                "20010db8000000000000000000000001 12c 40 00 c8     eth0\n"
                        + "fe80000000000000000000000000000a 12c 40 20 80     eth0\n");
        links = List.of(new NetworkInterface("eth0", 300, true, false, false, 1500, List.of(ipv4("192.0.2.1"))));

        Interfaces found = read();

        assertThat(found.order()).isEqualTo(AddressOrder.UNKNOWN);
        assertThat(found.all().get(0).addresses())
                .containsExactly(
                        ipv4("192.0.2.1"),
                        ipv6("2001:db8::1", "global", "permanent", "tentative", "dadfailed"),
                        ipv6("fe80::a", "link", "permanent"));
        assertThat(gaps.errors()).extracting(each -> each.probe()).containsExactly("addressOrder");
    }

    @Test
    void knowsThatAKernelWithoutIpv6HasNoSuchAddresses() {
        node.without("/proc/net/if_inet6");
        links = List.of(new NetworkInterface("eth0", 2, true, false, false, 1500, List.of(ipv4("192.0.2.1"))));

        assertThat(read().all().get(0).addresses()).containsExactly(ipv4("192.0.2.1"));
        assertThat(gaps.errors())
                .contains(new io.dualsight.contract.ProbeError("interfaces.ipv6", "/proc/net/if_inet6: no such file"));
    }

    @Test
    void leavesInterfacesOutWhereNothingCanBeRead() {
        Interfaces found = new InterfacesProbe(node.files(), node.programs(), LinkSource.none()).read(gaps);

        assertThat(found).isNull();
        assertThat(gaps.errors()).extracting(each -> each.probe()).containsExactly("addressOrder", "interfaces");
    }

    @Test
    void cutsNothingAtTheLimitAndSaysWhatItCutsBeyond() {
        String[] all = java.util.stream.IntStream.rangeClosed(1, 513)
                .mapToObj(i -> link(i, "eth" + i))
                .toArray(String[]::new);
        node.prints("ip -j addr", "[" + String.join(",", java.util.Arrays.copyOf(all, 512)) + "]");
        assertThat(read().complete()).isTrue();

        node.prints("ip -j addr", "[" + String.join(",", all) + "]");
        Interfaces cut = read();

        assertThat(cut.all()).hasSize(512);
        assertThat(cut.complete()).isFalse();
        assertThat(gaps.errors()).extracting(each -> each.probe()).containsExactly("interfaces");
    }

    private static InterfaceAddress ipv4(String address) {
        return new InterfaceAddress(IpAddress.parse(address).orElseThrow(), 24, "global", AddressFlags.UNKNOWN);
    }

    private static InterfaceAddress ipv6(String address, String scope, String... flags) {
        return new InterfaceAddress(IpAddress.parse(address).orElseThrow(), 64, scope, AddressFlags.of(List.of(flags)));
    }
}
