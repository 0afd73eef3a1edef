package io.dualsight.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.dualsight.contract.AddressOrder;
import io.dualsight.contract.Interfaces;
import io.dualsight.contract.NetworkInterface;
import io.dualsight.contract.ResourceFacts;
import io.dualsight.contract.Sysctls;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodeFactsTests {

    private static final String IPV6 = "/proc/sys/net/ipv6/";

    @TempDir
    private Path folder;

    private NodeTree node;
    private final Gaps gaps = new Gaps();

    @BeforeEach
    void tree() {
        node = new NodeTree(folder);
    }

    @Test
    void readsSettingsOfEachInterface() {
        node.file("/proc/sys/net/ipv4/ip_forward", "1\n").file("/proc/sys/net/ipv4/conf/all/forwarding", "1\n");
        node.file(IPV6 + "bindv6only", "0\n");
        for (String scope : List.of("all", "default", "eth0.100")) {
            for (String key :
                    List.of("disable_ipv6", "accept_ra", "forwarding", "use_tempaddr", "accept_dad", "autoconf")) {
                node.file(IPV6 + "conf/" + scope + "/" + key, scope.equals("eth0.100") ? "2\n" : "0\n");
            }
        }

        Sysctls sysctls = new SysctlsProbe(node.files()).read(interfaces("eth0.100", "tiny0"), gaps);

        assertThat(sysctls).isNotNull();
        assertThat(sysctls.values()).hasSize(3 + 3 * 6);
        assertThat(sysctls.ipv6("eth0.100", "accept_ra")).contains("2");
        assertThat(sysctls.get("net.ipv4.ip_forward")).contains("1");
        assertThat(gaps.errors()).isEmpty();
    }

    @Test
    void takesMissingIpv6SettingsForAKernelWithoutIpv6() {
        node.file("/proc/sys/net/ipv4/ip_forward", "1\n").file("/proc/sys/net/ipv4/conf/all/forwarding", "1\n");

        Sysctls sysctls = new SysctlsProbe(node.files()).read(null, gaps);

        assertThat(sysctls).isNotNull();
        assertThat(sysctls.values()).containsOnlyKeys("net.ipv4.ip_forward", "net.ipv4.conf.all.forwarding");
        assertThat(gaps.errors()).isEmpty();
    }

    @Test
    void readsTheHostsFileWithoutItsComments() throws IOException {
        node.file("/etc/hosts", "# head\n127.0.0.1\tlocalhost # here\n\n  ::1 localhost ip6-localhost\n");

        assertThat(new NamesProbe(node.files()).hosts().lines())
                .containsExactly("127.0.0.1\tlocalhost", "::1 localhost ip6-localhost");
    }

    @Test
    void takesTheServersThatKubeletGets() throws IOException {
        node.file("/etc/resolv.conf", "nameserver 127.0.0.53\noptions edns0\n");
        node.file("/run/systemd/resolve/resolv.conf", "nameserver 2001:db8::53\nnameserver 192.0.2.53\n");

        assertThat(new NamesProbe(node.files()).resolvers().servers()).containsExactly("2001:db8::53", "192.0.2.53");
    }

    @Test
    void staysWithTheFirstFileWhereNeitherHasOnlyGlobalServers() throws IOException {
        node.file("/etc/resolv.conf", "nameserver fe80::1%eth0\n");
        node.file("/run/systemd/resolve/resolv.conf", "nameserver 192.0.2.53\nnameserver fe80::1%eth0\n");

        assertThat(new NamesProbe(node.files()).resolvers().servers()).containsExactly("fe80::1%eth0");
    }

    @Test
    void measuresTheLoadBetweenTwoReports() {
        node.file("/proc/meminfo", "MemTotal:  1000 kB\nMemFree:  100 kB\nMemAvailable:  400 kB\n");
        node.file("/proc/stat", "cpu  100 0 100 700 100 0 0 0 50 50\n");
        ResourcesProbe probe = new ResourcesProbe(node.files());

        assertThat(probe.read(gaps)).isEqualTo(new ResourceFacts(null, 614_400L, 1_024_000L));
        node.file("/proc/stat", "cpu  120 0 105 770 105 0 0 0 70 50\n");
        assertThat(probe.read(gaps)).isEqualTo(new ResourceFacts(25.0, 614_400L, 1_024_000L));
    }

    @Test
    void saysNothingOfTheLoadWhenTheCountersStoodStill() {
        node.file("/proc/stat", "cpu  100 0 100 700 100 0 0 0 50 50\n");
        node.file("/proc/meminfo", "");
        ResourcesProbe probe = new ResourcesProbe(node.files());

        probe.read(gaps);
        assertThat(probe.read(gaps)).isNull();
    }

    private static Interfaces interfaces(String... names) {
        return new Interfaces(
                List.of(names).stream()
                        .map(name -> new NetworkInterface(name, null, true, false, false, null, List.of()))
                        .toList(),
                AddressOrder.NETLINK,
                true);
    }
}
