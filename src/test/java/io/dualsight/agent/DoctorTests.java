package io.dualsight.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.dualsight.contract.Json;
import io.dualsight.contract.Report;
import io.dualsight.rule.Facts;
import io.dualsight.rule.Judgement;
import io.dualsight.rule.RuleBook;
import io.dualsight.rule.Thresholds;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DoctorTests {

    private static final String REPORT = """
            {"schemaVersion":1,"reportId":"9b932bde-a72f-5b8f-9f7c-0710f30624a4","node":"edge-1",
             "collectedAt":"2026-11-22T10:00:00Z",
             "host":{"hostname":"edge-1","distribution":"rke2","distributionVersion":"v1.31.6+rke2r1","roles":["agent"]},
             "config":{"source":"/etc/rancher/rke2/config.yaml","values":{"node-ip":"%s",
               "cluster-cidr":"2001:db8:42::/56","service-cidr":"2001:db8:43::/112","cni":"calico"}},
             "interfaces":[{"name":"eth0","index":2,"up":true,"addresses":[
               {"address":"2001:db8:1::10","prefixLength":64,"scope":"global","flags":["permanent"]}]}],
             "addressOrder":"netlink",
             "routes":[{"destination":"::/0","gateway":"fe80::1","interface":"eth0","metric":1024,"origin":"%s"}],
             "sysctls":{"net.ipv6.conf.all.forwarding":"1","net.ipv6.conf.eth0.forwarding":"1",
               "net.ipv6.conf.eth0.accept_ra":"1"},
             "hostsFile":["127.0.0.1 localhost","::1 localhost"],"resolvers":["2001:db8::53"]}""";

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int doctor(String report, String... more) throws IOException {
        Path file = Files.writeString(folder.resolve("report.json"), report);
        List<String> words = new ArrayList<>(List.of("doctor", "--report", file.toString()));
        words.addAll(List.of(more));
        return new AgentMain(
                        Clock.systemUTC(),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        Map.of("LANG", "C"))
                .run(words.toArray(String[]::new));
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void findsAGoodNodeWell() throws IOException {
        assertThat(doctor(REPORT.formatted("2001:db8:1::10", "static"))).isZero();

        assertThat(printed())
                .startsWith("edge-1: OK\n")
                .contains(
                        "\n  Families  ipv6-only\n  Cluster   ipv6\n",
                        "\n  IPv6  present          2001:db8:1::10  eth0  ",
                        "\n  Node IPs  node-ip      2001:db8:1::10\n            next start   2001:db8:1::10\n")
                .doesNotContain("\u001b");
    }

    @Test
    void endsWith2OverACriticalFindingAndSaysWhatToChange() throws IOException {
        assertThat(doctor(REPORT.formatted("192.0.2.10", "static"))).isEqualTo(2);

        assertThat(printed())
                .contains(
                        "CRITICAL V6ONLY_NODE_IP_IS_V4",
                        "/etc/rancher/rke2/config.yaml",
                        "node-ip: \"2001:db8:1::10\"");
    }

    @Test
    void endsWith2OverAnError() throws IOException {
        assertThat(doctor(REPORT.formatted("2001:db8:1::10", "ra"))).isEqualTo(2);

        assertThat(printed()).contains("ERROR V6_RA_ROUTE_AT_RISK");
    }

    @Test
    void endsWith1OverAWarning() throws IOException {
        String report = REPORT.formatted("2001:db8:1::10", "static").replace("permanent", "dynamic");

        assertThat(doctor(report)).isEqualTo(1);
        assertThat(printed()).contains("WARNING NODE_IP_DYNAMIC");
    }

    @Test
    void printsTheJudgementOfTheContract() throws IOException {
        doctor(REPORT.formatted("2001:db8:1::10", "static"), "--json");

        Map<?, ?> judgement = (Map<?, ?>) Json.read(printed());
        assertThat(judgement).isNotNull();
        assertThat(judgement.get("family")).isEqualTo("ipv6-only");
        assertThat(judgement.get("verdict")).isEqualTo("ok");
        assertThat(judgement.get("recommendedNodeIps")).isEqualTo(List.of("2001:db8:1::10"));
    }

    @Test
    void coloursOnATerminalAlone() throws IOException, UsageException {
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        Report report =
                Doctor.read(Files.writeString(folder.resolve("r.json"), REPORT.formatted("192.0.2.10", "static")));
        Judgement judgement = new RuleBook(Thresholds.DEFAULT).judge(Facts.of(report));

        new DoctorSheet(stream, Locale.ENGLISH, Ink.COLOURED).print(report, judgement);
        String coloured = printed();
        out.reset();
        new DoctorSheet(stream, Locale.ENGLISH, Ink.on(stream)).print(report, judgement);

        assertThat(coloured).contains("\u001b[1m\u001b[31mCRITICAL\u001b[0m");
        assertThat(printed()).doesNotContain("\u001b").isEqualTo(coloured.replaceAll("\u001b\\[\\d+m", ""));
    }

    @Test
    void speaksChinese() throws IOException {
        doctor(REPORT.formatted("2001:db8:1::10", "static"), "--language", "zh");

        assertThat(printed()).contains("\n  节点 IP  node-ip   2001:db8:1::10\n           下次启动  2001:db8:1::10\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hello", "[]", "{\"schemaVersion\":2}", "{\"schemaVersion\":1}"})
    void endsWith64OverAFileThatIsNoReport(String text) throws IOException {
        assertThat(doctor(text)).isEqualTo(64);

        assertThat(err.toString(StandardCharsets.UTF_8))
                .startsWith("dualsight-agent: --report: ")
                .contains("expected");
        assertThat(printed()).isEmpty();
    }
}
