package io.dualsight.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.dualsight.contract.AgentFacts;
import io.dualsight.contract.Json;
import io.dualsight.contract.Limits;
import io.dualsight.contract.MalformedJsonException;
import io.dualsight.contract.MalformedReportException;
import io.dualsight.contract.NetworkInterface;
import io.dualsight.contract.ProbeError;
import io.dualsight.contract.Report;
import io.dualsight.contract.ReportReader;
import io.dualsight.rule.Facts;
import io.dualsight.rule.RuleBook;
import io.dualsight.rule.Thresholds;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A node whose sources are all well but one, which holds what no source should. */
class HostileSourcesTests {

    private static final Path CORPUS = Path.of("src/test/resources/agent/hostile");
    private static final String IP =
            "[{\"ifindex\":2,\"ifname\":\"eth0\",\"flags\":[\"UP\"],\"mtu\":1500,\"addr_info\":["
                    + "{\"family\":\"inet6\",\"local\":\"2001:db8:1::10\",\"prefixlen\":64,\"scope\":\"global\"}]}]";
    private static final String POD = "/var/log/pods/calico-system_calico-node-x_uid-1/calico-node/0.log";

    @TempDir
    private Path folder;

    private NodeTree node;

    record Hostile(String file, String target, Set<String> failing, int times) {

        static Hostile of(String line) {
            String[] cells = line.split("\t");
            Set<String> failing = cells[2].equals("-") ? Set.of() : Set.of(cells[2].split(" "));
            return new Hostile(cells[0], cells[1], failing, Integer.parseInt(cells[3]));
        }

        byte[] bytes() throws IOException {
            byte[] once = Files.readAllBytes(CORPUS.resolve(file));
            byte[] all = new byte[once.length * times];
            for (int i = 0; i < times; i++) {
                System.arraycopy(once, 0, all, i * once.length, once.length);
            }
            return all;
        }

        @Override
        public String toString() {
            return file;
        }
    }

    static Stream<Hostile> corpus() throws IOException {
        return Files.readAllLines(CORPUS.resolve("expected.tsv")).stream()
                .filter(line -> !line.startsWith("#"))
                .map(Hostile::of);
    }

    @BeforeEach
    void healthy() {
        node = new NodeTree(folder);
        for (String file :
                List.of("/proc/self/stat", "/proc/sys/kernel/random/boot_id", "/proc/sys/kernel/osrelease")) {
            node.file(file, "x");
        }
        node.file("/proc/sys/kernel/hostname", "edge-1\n").file("/etc/hosts", "127.0.0.1 localhost\n::1 localhost\n");
        node.file("/etc/resolv.conf", "nameserver 192.0.2.53\n").file("/etc/os-release", "PRETTY_NAME=Test\n");
        node.file("/proc/stat", "cpu  1 2 3 4 5 6 7 8 9 10\nbtime 1795338000\n");
        node.file("/proc/meminfo", "MemTotal: 1000 kB\nMemFree: 1 kB\nMemAvailable: 400 kB\n");
        node.file("/etc/rancher/rke2/config.yaml", "node-ip: 2001:db8:1::10\n");
        node.link("/var/lib/rancher/rke2/bin", "/var/lib/rancher/rke2/data/v1.31.6-rke2r1-0123456789ab/bin");
        node.file("/var/lib/rancher/rke2/data/v1.31.6-rke2r1-0123456789ab/bin/kubelet", "");
        node.file("/proc/42/comm", "calico-node\n")
                .file("/proc/42/environ", "IP=none\0")
                .file(POD, "");
        node.file("/proc/sys/net/ipv4/ip_forward", "1\n").file("/proc/sys/net/ipv4/conf/all/forwarding", "1\n");
    }

    private Programs programs(Hostile hostile) {
        return command -> {
            String asked = "$ " + String.join(" ", command);
            if (asked.startsWith(hostile.target())) {
                return new String(hostile.bytes(), StandardCharsets.UTF_8);
            }
            if (command[0].equals("ip") && !hostile.target().endsWith("without ip")) {
                return command[2].equals("addr") ? IP : "[]";
            }
            if (command[0].equals("systemctl")) {
                return "Id=rke2-server.service\nActiveState=active\n"
                        + "ExecMainStartTimestamp=Sun 2026-11-22 09:11:20 UTC\nInvocationID=c0ff\n";
            }
            if (command[0].equals("journalctl")) {
                return "-- cursor: s=1\n";
            }
            throw new UnreadableException(command[0], "no such program");
        };
    }

    private Report collect(Programs programs) {
        Settings settings = new Settings(
                new Settings.Names("c1", null),
                null,
                new Settings.Pace(Duration.ofSeconds(60), false, null, 0),
                new Settings.Source(folder, null));
        NetworkInterface link = new NetworkInterface("eth0", 2, true, false, false, 1500, List.of());
        Clock clock = Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC);
        return new Collector(settings, clock, programs, () -> List.of(link), new Memory(null), Map.of())
                .collect(60, new AgentFacts.Backlog(0L, 0L));
    }

    private static Set<String> failing(Report report) {
        return Objects.requireNonNull(report.agent()).probeErrors().stream()
                .map(ProbeError::probe)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @MethodSource("corpus")
    @Timeout(20)
    void makesAReportThatAConsoleTakes(Hostile hostile)
            throws IOException, MalformedJsonException, MalformedReportException {
        if (hostile.target().startsWith("/")) {
            node.file(hostile.target().split(" ")[0], hostile.bytes());
        }

        Report report = collect(programs(hostile));
        byte[] json = WireForm.bytes(report);

        assertThat(json.length).isLessThanOrEqualTo(Limits.REPORT_BYTES);
        assertThat(failing(ReportReader.read(Json.read(json), null))).isEqualTo(hostile.failing());
        assertThatCode(() -> new RuleBook(Thresholds.DEFAULT).judge(Facts.of(report)))
                .doesNotThrowAnyException();
    }

    @Test
    void saysNothingFailedOnAHealthyNode() {
        Report report = collect(programs(new Hostile("", "nothing", Set.of(), 1)));

        assertThat(failing(report)).isEmpty();
        assertThat(report.network().interfaces()).isNotNull();
        assertThat(report.runtime().startup()).isNotNull();
    }
}
