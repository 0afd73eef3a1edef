package io.dualsight.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.dualsight.contract.AgentFacts;
import io.dualsight.contract.Report;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A node with a secret in every file that the agent reads. */
class SecretsTests {

    private static final String SECRET = "hunter2-never-leaves";
    private static final Instant LONG_AGO = Instant.parse("2001-01-01T00:00:00Z");
    private static final String CRI = "2026-11-22T09:11:50.1Z stderr F ";
    private static final String RKE2 = "/var/lib/rancher/rke2";
    private static final String POD = "calico-system_calico-node-x_uid-1/calico-node/0.log";

    @TempDir
    private Path folder;

    private NodeTree planted() {
        NodeTree node = new NodeTree(folder);
        node.file("/proc/self/stat", SECRET).file("/proc/self/environ", "TOKEN=" + SECRET);
        configuration(node);
        kernel(node);
        logs(node);
        String tls = RKE2 + "/server/tls/client-kube-apiserver";
        node.file(tls + ".key", SECRET).file(tls + ".crt", SECRET).file(RKE2 + "/server/token", SECRET);
        node.file(RKE2 + "/agent/server-ca.crt", SECRET);
        node.file(
                RKE2 + "/agent/kubelet.kubeconfig",
                "server: https://127.0.0.1:1\ntoken: " + SECRET + "\nclient-key-data: " + SECRET
                        + "\ncertificate-authority-data: " + SECRET + "\nclient-certificate-data: " + SECRET + "\n");
        node.file(RKE2 + "/agent/etc/kubelet.conf.d/00.conf", "x: " + SECRET + "\nclusterDNS:\n- 127.0.0.10\n");
        node.file("/etc/systemd/system/rke2-server.service", "Environment=RKE2_TOKEN=" + SECRET + "\n");
        node.prints(
                "ip -j addr",
                "[{\"ifindex\":2,\"ifname\":\"eth0\",\"ifalias\":\"" + SECRET
                        + "\",\"flags\":[\"UP\"],\"addr_info\":[{\"family\":\"inet\",\"local\":\"192.0.2.1\","
                        + "\"label\":\"" + SECRET + "\",\"prefixlen\":24}]}]");
        return node;
    }

    private static void configuration(NodeTree node) {
        node.file(
                "/etc/rancher/rke2/config.yaml",
                "token: " + SECRET + "\nagent-token: \"" + SECRET + "\"\netcd-s3-secret-key: " + SECRET
                        + "\nnode-ip: 192.0.2.1\nkubelet-arg:\n- token=" + SECRET + "\n- v=2\nnode-label:\n- a="
                        + SECRET
                        + "\nsystem-default-registry: " + SECRET + "\n");
        node.file(
                "/etc/rancher/rke2/config.yaml.d/10.yaml", "tls-san+: a.example\nserver: https://x:" + SECRET + "@y\n");
        node.file(
                "/etc/rancher/rke2/config.yaml.d/20.yaml",
                "password: |\n  " + SECRET + "\n  node-ip: " + SECRET + "\ndatastore-endpoint: >-\n  " + SECRET + "\n");
        node.file("/etc/hosts", "127.0.0.1 localhost # " + SECRET + "\n");
        node.file("/etc/resolv.conf", "# " + SECRET + "\nnameserver 192.0.2.53\nsearch " + SECRET + "\n");
        node.file("/etc/os-release", "PRETTY_NAME=Test\nSECRET=" + SECRET + "\n");
    }

    private static void kernel(NodeTree node) {
        node.file("/proc/42/comm", "calico-node\n").file("/proc/42/environ", "PASSWORD=" + SECRET + "\0IP=none\0");
        node.file("/proc/stat", "cpu  1 2 3 4 5 6 7 8 9 10\nbtime 1795338000\n" + SECRET + "\n");
        node.file("/proc/meminfo", "MemTotal: 9 kB\nMemFree: 9 kB\nMemAvailable: 9 kB\n" + SECRET + ": 1 kB\n");
        node.file("/proc/net/route", "Iface\tDestination\n" + SECRET + "\n");
        node.file("/proc/net/ipv6_route", SECRET + "\n").file("/proc/net/if_inet6", SECRET + "\n");
    }

    private static void logs(NodeTree node) {
        node.file(
                "/var/log/pods/" + POD,
                CRI + "password=" + SECRET + "\n"
                        + CRI + "Couldn't autodetect an IPv4 address. token: " + SECRET + " Bearer " + SECRET + "\n"
                        + CRI + "Calico node failed to start {\"client-secret\":\"" + SECRET + "\"}\n"
                        + CRI + "IPv4 address has changed https://user:" + SECRET + "@192.0.2.1/\n"
                        + CRI
                        + "Unable to confirm IPv4 address 192.0.2.9 is assigned to this host Authorization: Bearer "
                        + SECRET + "\n");
        node.file(
                RKE2 + "/agent/logs/kubelet.log",
                "E1122 09:11:50.1 1 x.go:1] failed to validate nodeIP: K10" + "a".repeat(64) + "::server:" + SECRET
                        + "\n");
        node.file(
                RKE2 + "/agent/containerd/containerd.log",
                "usePodCidrIPv6 found but there is no IPv6 CIDR configured, passwd: '" + SECRET + "'\n");
        node.file("/var/log/calico/cni/cni.log", "bind: cannot assign requested address token=\"" + SECRET + "\"\n");
        node.prints(
                "journalctl --quiet --no-pager --output=short-unix --show-cursor --boot --directory=" + node.root()
                        + "/run/log/journal --lines=200 _SYSTEMD_UNIT=rke2-server.service + _TRANSPORT=kernel",
                "1795338662.123456 edge-1 rke2[12]: no default routes found in token=" + SECRET + "\n-- cursor: s=1\n");
        node.prints(
                "systemctl show --no-pager --property=Id,ActiveState,SubState,ExecMainStartTimestamp,"
                        + "ActiveEnterTimestamp,InvocationID,NRestarts,ExecMainStatus rke2-server.service rke2-agent.service",
                "Id=rke2-server.service\nExecMainStartTimestamp=Sun 2026-11-22 09:11:20 UTC\nEnvironment=" + SECRET
                        + "\n");
    }

    private Report collect(NodeTree node) {
        Settings settings = new Settings(
                new Settings.Names("c1", "edge-1"),
                null,
                new Settings.Pace(Duration.ofSeconds(60), false, null, 0),
                new Settings.Source(folder, null));
        Clock clock = Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC);
        return new Collector(
                        settings, clock, node.programs(), LinkSource.none(), new Memory(null), Map.of("TOKEN", SECRET))
                .collect(60, new AgentFacts.Backlog(0L, 0L));
    }

    /** The kernel notes when a file was read first after it was written, even where it notes no more than that. */
    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(each -> Files.isRegularFile(each, LinkOption.NOFOLLOW_LINKS))
                    .toList();
        }
    }

    @Test
    void letsNoSecretLeaveTheNode() throws IOException {
        NodeTree node = planted();
        for (Path file : files()) {
            Files.getFileAttributeView(file, BasicFileAttributeView.class)
                    .setTimes(null, FileTime.from(LONG_AGO), null);
        }

        Report report = collect(node);
        String sent = new String(WireForm.bytes(report), StandardCharsets.UTF_8);

        assertThat(sent).contains("192.0.2.1", "***").doesNotContain(SECRET);
        assertThat(report.runtime().logLines()).hasSize(8);
        assertThat(report.config()).isNotNull();
        assertThat(report.config().values()).containsOnlyKeys("node-ip", "kubelet-arg", "tls-san");
        assertThat(plantedFilesRead())
                .as("none where the file system does not note it")
                .satisfiesAnyOf(
                        count -> assertThat(count).isZero(),
                        count -> assertThat(count).isGreaterThanOrEqualTo(20));
    }

    /** How many of the files, all of which hold the secret, were read. */
    private long plantedFilesRead() throws IOException {
        long read = 0;
        for (Path file : files()) {
            Instant at = Files.readAttributes(file, BasicFileAttributes.class)
                    .lastAccessTime()
                    .toInstant();
            read += at.isAfter(LONG_AGO) ? 1 : 0;
            assertThat(Files.readString(file))
                    .satisfiesAnyOf(
                            text -> assertThat(text).contains(SECRET),
                            text -> assertThat(text).isEqualTo("calico-node\n"));
        }
        return read;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "K10" + "0123456789abcdef0123456789abcdef" + "::server:" + SECRET,
                "token=" + SECRET,
                "--token " + SECRET,
                "\"password\": \"" + SECRET + " with blanks\"",
                "secret-key: '" + SECRET + "'",
                "Authorization: Basic " + SECRET,
                "mysql://root:" + SECRET + "@tcp(192.0.2.1:3306)/k3s",
                "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0." + SECRET,
                "aws_secret_access_key=" + SECRET,
                "client_secret=" + SECRET + "&x=1",
            })
    void masksWhatLooksLikeOne(String text) {
        assertThat(Secrets.mask("before " + text + " after"))
                .contains("before", "***")
                .doesNotContain(SECRET);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Couldn't autodetect an IPv4 address. If auto-detecting, choose a different autodetection method.",
                "failed to validate nodeIP: node IP: \"192.0.2.1\" not found in the host's network interfaces",
                "this server is a not a member of the etcd cluster. Found [edge-1-0a1b2c3d=https://192.0.2.1:2380]",
            })
    void leavesOtherTextAlone(String text) {
        assertThat(Secrets.mask(text)).isEqualTo(text);
    }
}
