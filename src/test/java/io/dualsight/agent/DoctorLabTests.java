package io.dualsight.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.dualsight.contract.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * {@code doctor} on real hosts in network namespaces: it predicts the addresses that follow from {@code domain.md} §1.4
 * and §3.1, where RKE2 runs with Calico and {@code node-ip} is not set.
 */
class DoctorLabTests {

    private static final String NO_ROUTES =
            "no default routes found in \"/proc/net/route\" or \"/proc/net/ipv6_route\"";
    private static final LabHosts LAB = new LabHosts(System.getenv().getOrDefault("KT_PREFIX", "kt-") + "doctor-");

    @TempDir
    static Path folder;

    @BeforeAll
    static void raise() throws IOException, InterruptedException {
        String missing = LAB.raise();
        assumeTrue(missing.isEmpty(), missing);
    }

    @AfterAll
    static void takeDown() throws IOException, InterruptedException {
        LAB.takeDown();
    }

    /** The judgement of a host in a cluster of these families, {@code 4}, {@code 6} or {@code 46}. */
    private static Map<?, ?> doctor(String host, String families) throws IOException, InterruptedException {
        Path config = Files.createDirectories(folder.resolve(families).resolve("rke2"));
        Files.writeString(config.resolve("config.yaml"), """
                cluster-cidr: %s
                service-cidr: %s
                cni: calico
                """.formatted(
                        prefixes(families, "10.42.0.0/16", "2001:cafe:42::/56"),
                        prefixes(families, "10.43.0.0/16", "2001:cafe:43::/112")));
        String text = LAB.agent(host, "doctor", "--json", "--node", "edge-1", "--config-dir", config.toString());
        return (Map<?, ?>) Objects.requireNonNull(Json.read(text.substring(Math.max(0, text.indexOf('{')))));
    }

    private static String prefixes(String families, String ipv4, String ipv6) {
        List<String> prefixes = new ArrayList<>();
        families.chars().forEach(each -> prefixes.add(each == '4' ? ipv4 : ipv6));
        return String.join(",", prefixes);
    }

    private static Map<?, ?> prediction(Map<?, ?> judgement) {
        return (Map<?, ?>) judgement.get("prediction");
    }

    private static List<String> rules(Map<?, ?> judgement) {
        return ((List<?>) judgement.get("findings"))
                .stream().map(each -> (String) ((Map<?, ?>) each).get("rule")).toList();
    }

    private static void ip(String host, String words) throws IOException, InterruptedException {
        LAB.lab(Stream.concat(Stream.of("run", host, "ip"), Stream.of(words.split(" ")))
                .toArray(String[]::new));
    }

    @ParameterizedTest
    @CsvSource({
        "v6only, 6, 2001:db8:1::10, , 2001:db8:1::10/64",
        "v6ula, 6, fd12:3456:789a:1::10, , fd12:3456:789a:1::10/64",
        "dual, 46, 198.51.100.10 2001:db8:2::10, 198.51.100.10/24, 2001:db8:2::10/64",
        "dual, 64, 2001:db8:2::10 198.51.100.10, 198.51.100.10/24, 2001:db8:2::10/64",
        // Calico takes the card with the highest index, and passes over bridges and flannel's device
        "docker, 46, 198.51.100.20 2001:db8:2::20, 10.9.8.7/24, 2001:db8:2::20/64",
        // IPv4 is found first, by the translator's default route, and comes second by the cluster's order
        "clat, 6, 2001:db8:3::10 192.0.0.2, , 2001:db8:3::10/64",
        // of IPv6 the newest address is listed first, of IPv4 the oldest
        "many, 46, 198.51.100.30 2001:db8:4::11, 198.51.100.30/24, 2001:db8:4::11/64",
        "v4only, 4, 198.51.100.40, 198.51.100.40/24, "
    })
    void predictsTheAddresses(String host, String families, String nodeIps, String calicoIpv4, String calicoIpv6)
            throws IOException, InterruptedException {
        Map<?, ?> prediction = prediction(doctor(host, families));

        assertThat(prediction.get("fatal")).isNull();
        assertThat(prediction.get("nodeIps")).isEqualTo(List.of(nodeIps.split(" ")));
        assertThat(prediction.get("kubeletNodeIps")).isEqualTo(List.of(nodeIps.split(" ")));
        Map<?, ?> calico = (Map<?, ?>) prediction.get("calico");
        assertThat(calico.get("ipv4Address")).isEqualTo(calicoIpv4);
        assertThat(calico.get("ipv6Address")).isEqualTo(calicoIpv6);
    }

    @ParameterizedTest
    @CsvSource({"noroute, 46", "nonet, 46"})
    void predictsThatTheServiceDoesNotStart(String host, String families) throws IOException, InterruptedException {
        Map<?, ?> judgement = doctor(host, families);

        assertThat(prediction(judgement).get("fatal")).isEqualTo(NO_ROUTES);
        assertThat(prediction(judgement).get("nodeIps")).isNull();
        assertThat(rules(judgement)).contains("NO_DEFAULT_ROUTE");
    }

    /** What is added to a host, what it must predict then, and what it must find; put back afterwards. */
    @ParameterizedTest
    @CsvSource({
        "v6only, 6, 2001:db8:1::dead/64 nodad preferred_lft 0, 2001:db8:1::dead, NODE_IP_DEPRECATED",
        "v6only, 6, 2001:db8:1::100/128 nodad, 2001:db8:1::100, NODE_IP_IS_VIP",
        "v6only, 6, fd12:3456:789a:1::99/64 nodad, fd12:3456:789a:1::99, NODE_IP_ULA_WHILE_GUA"
    })
    void seesThatANewerAddressWins(String host, String families, String address, String nodeIp, String rule)
            throws IOException, InterruptedException {
        String[] parts = address.split(" ", 2);
        ip(host, "addr add " + parts[0] + " dev eth0 " + parts[1]);
        try {
            Map<?, ?> judgement = doctor(host, families);

            assertThat(prediction(judgement).get("nodeIps")).isEqualTo(List.of(nodeIp));
            assertThat(((Map<?, ?>) prediction(judgement).get("calico")).get("ipv6Address"))
                    .isEqualTo(nodeIp + parts[0].substring(parts[0].indexOf('/')));
            assertThat(rules(judgement)).contains(rule);
        } finally {
            ip(host, "addr del " + parts[0] + " dev eth0");
        }
    }

    @Test
    void followsAHalfDefaultThroughATunnel() throws IOException, InterruptedException {
        ip("dual", "tuntap add dev tun0 mode tun");
        ip("dual", "addr add 10.8.0.2/24 dev tun0");
        ip("dual", "link set tun0 up");
        ip("dual", "route add 0.0.0.0/1 dev tun0");
        try {
            Map<?, ?> judgement = doctor("dual", "46");

            assertThat(prediction(judgement).get("nodeIps")).isEqualTo(List.of("10.8.0.2", "2001:db8:2::10"));
            assertThat(rules(judgement)).contains("HALF_DEFAULT_ROUTE", "NODE_IP_ON_VIRTUAL_IFACE");
        } finally {
            ip("dual", "link del tun0");
        }
    }

    @Test
    void followsTheLeastMetricOfTwoCards() throws IOException, InterruptedException {
        ip("docker", "route del default");
        ip("docker", "route add default via 198.51.100.1 dev eth0 metric 200");
        ip("docker", "route add default via 10.9.8.1 dev eth1 metric 100");
        try {
            Map<?, ?> judgement = doctor("docker", "46");

            assertThat(prediction(judgement).get("nodeIps")).isEqualTo(List.of("10.9.8.7", "2001:db8:2::20"));
            assertThat(rules(judgement)).contains("MULTIPLE_DEFAULT_ROUTES");
        } finally {
            ip("docker", "route del default dev eth1");
            ip("docker", "route del default dev eth0");
            LAB.lab("route", "docker", "4", "add");
        }
    }

    @Test
    void missesAFamilyWithItsDefaultRoute() throws IOException, InterruptedException {
        LAB.lab("route", "dual", "6", "del");
        try {
            Map<?, ?> judgement = doctor("dual", "46");

            assertThat(prediction(judgement).get("fatal"))
                    .isEqualTo("cluster-cidr: [10.42.0.0/16 2001:cafe:42::/56] and node-ip: [198.51.100.10],"
                            + " must share the same IP version (IPv4, IPv6 or dual-stack)");
            assertThat(rules(judgement)).contains("NODE_IP_FAMILY_MISSING");
        } finally {
            LAB.lab("route", "dual", "6", "add");
        }
    }

    @Test
    void followsAnAdvertisementAndSaysWhenItWillBeLost() throws IOException, InterruptedException {
        LAB.lab("sysctl", "noroute", "net.ipv6.conf.all.forwarding=1", "net.ipv6.conf.eth0.accept_ra=2");
        LAB.lab("sysctl", "noroute", "net.ipv6.conf.eth0.use_tempaddr=2");
        LAB.lab("ra", "1800");
        try {
            Map<?, ?> judgement = doctor("noroute", "6");

            assertThat(((List<?>) prediction(judgement).get("nodeIps")).get(0))
                    .asString()
                    .startsWith("2001:db8:a:");
            assertThat(rules(judgement))
                    .contains("NODE_IP_TEMPORARY")
                    .doesNotContain("NO_DEFAULT_ROUTE", "V6_RA_ROUTE_AT_RISK");

            LAB.lab("sysctl", "noroute", "net.ipv6.conf.eth0.accept_ra=1");
            assertThat(rules(doctor("noroute", "6"))).contains("V6_RA_ROUTE_AT_RISK");
        } finally {
            LAB.lab("sysctl", "noroute", "net.ipv6.conf.all.forwarding=0", "net.ipv6.conf.eth0.use_tempaddr=0");
            LAB.lab("ra", "0");
            ip("noroute", "-6 addr flush dev eth0 dynamic");
        }
    }
}
