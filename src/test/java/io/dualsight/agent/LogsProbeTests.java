package io.dualsight.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.dualsight.contract.LogLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogsProbeTests {

    private static final String FOLDER = "/var/log/pods/calico-system_calico-node-x_uid-1/calico-node/";
    private static final String AUTODETECT = "Couldn't autodetect an IPv4 address. If auto-detecting, choose another";
    private static final String CRI = "2026-11-22T09:11:50.123456789Z stderr F ";
    private static final String JOURNAL = "journalctl --quiet --no-pager --output=short-unix --show-cursor --boot ";
    private static final String MATCH = " _SYSTEMD_UNIT=rke2-server.service + _TRANSPORT=kernel";

    @TempDir
    private Path folder;

    private NodeTree node;
    private Memory memory = new Memory(null);
    private final Gaps gaps = new Gaps();
    private final Clock clock = Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC);

    @BeforeEach
    void tree() {
        node = new NodeTree(folder);
    }

    private List<LogLine> read(boolean journal) throws IOException {
        HostFiles files = node.files();
        return new LogsProbe(files, node.programs(), memory, clock)
                .read(new PodLogs(files).read(), Distribution.RKE2, journal ? "rke2-server" : null, gaps);
    }

    private List<String> texts() throws IOException {
        return read(false).stream().map(LogLine::line).toList();
    }

    private void append(String name, String... lines) throws IOException {
        Path file = folder.resolve((FOLDER + name).substring(1));
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        for (String line : lines) {
            Files.writeString(file, CRI + line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
    }

    @Test
    void takesTheLinesOfTheCatalogueAndNoOthers() throws IOException {
        append("0.log", "all is well", AUTODETECT, "password=hunter2");

        assertThat(read(false))
                .containsExactly(
                        new LogLine("calico-node", Instant.parse("2026-11-22T09:11:50.123456789Z"), AUTODETECT));
    }

    @Test
    void readsOnlyWhatIsNew() throws IOException {
        append("0.log", AUTODETECT);
        assertThat(texts()).hasSize(1);
        assertThat(texts()).isEmpty();
        append("0.log", "Calico started successfully");

        assertThat(texts()).containsExactly("Calico started successfully");
    }

    @Test
    void keepsItsPlaceOverARestart() throws IOException {
        memory = new Memory(folder.resolve("state"));
        append("0.log", AUTODETECT);
        assertThat(texts()).hasSize(1);
        memory.save();
        memory = new Memory(folder.resolve("state"));

        assertThat(texts()).isEmpty();
    }

    @Test
    void readsARotatedFileToItsEndBeforeTheNewOne() throws IOException {
        append("0.log", "Calico started successfully");
        texts();
        append("0.log", AUTODETECT);
        Path file = folder.resolve((FOLDER + "0.log").substring(1));
        Files.move(file, file.resolveSibling("0.log.20261122-091200"));
        append("0.log", "Calico node failed to start");

        assertThat(texts()).containsExactly(AUTODETECT, "Calico node failed to start");
    }

    @Test
    void beginsAnewWhereAFileWasEmptiedInPlace() throws IOException {
        append("0.log", "Calico started successfully", "something long enough to be longer than what follows");
        texts();
        Path file = folder.resolve((FOLDER + "0.log").substring(1));
        Files.writeString(file, CRI + AUTODETECT + "\n", StandardOpenOption.TRUNCATE_EXISTING);

        assertThat(texts()).containsExactly(AUTODETECT);
    }

    @Test
    void readsTheLogOfTheNextRestart() throws IOException {
        append("0.log", AUTODETECT);
        texts();
        append("1.log", "Calico node failed to start");

        assertThat(texts()).containsExactly("Calico node failed to start");
    }

    @Test
    void waitsForTheEndOfALineThatIsHalfWritten() throws IOException {
        append("0.log", "Calico started successfully");
        texts();
        Path file = folder.resolve((FOLDER + "0.log").substring(1));
        Files.writeString(file, CRI + AUTODETECT.substring(0, 20), StandardOpenOption.APPEND);
        assertThat(texts()).isEmpty();
        Files.writeString(file, AUTODETECT.substring(20) + "\n", StandardOpenOption.APPEND);

        assertThat(texts()).containsExactly(AUTODETECT);
    }

    @Test
    void sendsAtMostFiftyLinesOfAFlood() throws IOException {
        append("0.log", "begin");
        texts();
        StringBuilder flood = new StringBuilder();
        for (int i = 0; i < 10_000; i++) {
            char a = (char) ('a' + i % 26);
            char b = (char) ('a' + i / 26 % 26);
            flood.append(CRI)
                    .append("IPv4 address has changed on ")
                    .append(a)
                    .append(b)
                    .append('\n');
        }
        Files.writeString(
                folder.resolve((FOLDER + "0.log").substring(1)),
                flood + CRI + AUTODETECT + "\n",
                StandardOpenOption.APPEND);

        assertThat(texts()).hasSize(50).endsWith(AUTODETECT);
    }

    @Test
    void sendsALineThatRepeatsItselfOnce() throws IOException {
        append("0.log", AUTODETECT + " 1", "Calico node failed to start", AUTODETECT + " 2");

        assertThat(texts()).containsExactly("Calico node failed to start", AUTODETECT + " 2");
    }

    @Test
    void cutsLongLinesAndMasksSecrets() throws IOException {
        append("0.log", AUTODETECT + " token=verysecret " + "x".repeat(5000));

        assertThat(texts()).singleElement().satisfies(line -> {
            assertThat(line).hasSize(1000).contains("token=***").doesNotContain("verysecret");
        });
    }

    @Test
    void readsTheJournalFromItsCursorOn() throws IOException {
        node.file("/var/log/journal/x", "");
        String journal = JOURNAL + "--directory=" + folder + "/var/log/journal ";
        node.prints(journal + "--lines=200" + MATCH, """
                1795338662.123456 edge-1 rke2[12]: time="x" level=fatal msg="no default routes found in \\"/proc/net/route\\""
                1795338663.000000 edge-1 kernel: IPv6: eth0: IPv6 duplicate address 2001:db8::1 used by 52:54:00:00:00:01 detected!
                1795338664.000000 edge-1 rke2[12]: all is well
                -- cursor: s=1
                """);
        node.prints(journal + "--lines=1000 --after-cursor=s=1" + MATCH, "-- cursor: s=2\n");

        assertThat(read(true))
                .extracting(each -> each.component() + " " + each.at())
                .containsExactly("rke2-server 2026-11-22T09:11:02.123456Z", "kernel 2026-11-22T09:11:03Z");
        assertThat(read(true)).isEmpty();
        assertThat(gaps.errors()).isEmpty();
    }

    @Test
    void failsAloneWhereTheJournalCannotBeRead() throws IOException {
        append("0.log", AUTODETECT);

        assertThat(read(true)).hasSize(1);
        assertThat(gaps.errors())
                .extracting(each -> each.probe() + " " + each.message())
                .containsExactly("logLines.journal journalctl: no such program");
    }

    @Test
    void readsTheTimesOfKubeletAndContainerd() throws IOException {
        node.file(
                "/var/lib/rancher/rke2/agent/logs/kubelet.log",
                "E1122 09:11:50.123456    1234 kubelet_node_status.go:700] \"Failed\" err=\"failed to validate nodeIP: x\"\n");
        node.file(
                "/var/lib/rancher/rke2/agent/containerd/containerd.log",
                "time=\"2026-11-22T09:12:00.5Z\" level=error msg=\"usePodCidrIPv6 found but there is no IPv6 CIDR configured\"\n");

        List<LogLine> lines = new ArrayList<>(read(false));

        assertThat(lines).extracting(LogLine::component).containsExactly("kubelet", "containerd");
        assertThat(lines.get(0).at())
                .isEqualTo(java.time.LocalDateTime.of(2026, 11, 22, 9, 11, 50, 123_456_000)
                        .atZone(java.time.ZoneId.systemDefault())
                        .toInstant());
        assertThat(lines.get(1).at()).isEqualTo(Instant.parse("2026-11-22T09:12:00.5Z"));
    }

    @Test
    void takesADecemberLineReadInJanuaryForLastYears() {
        Clock january = Clock.fixed(Instant.parse("2027-01-01T00:00:10Z"), ZoneOffset.UTC);

        assertThat(LogText.of("I1231 12:00:00.000000       1 x.go:1] x", january)
                        .at())
                .isBetween(Instant.parse("2026-12-30T20:00:00Z"), Instant.parse("2027-01-01T03:00:00Z"));
    }
}
