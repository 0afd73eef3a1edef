package io.dualsight.triage;

import static org.assertj.core.api.Assertions.assertThat;

import io.dualsight.contract.IpAddress;
import io.dualsight.contract.IpPrefix;
import io.dualsight.contract.Json;
import io.dualsight.contract.Report;
import io.dualsight.contract.ReportReader;
import io.dualsight.contract.ReportWriter;
import io.dualsight.rule.Facts;
import io.dualsight.rule.Finding;
import io.dualsight.rule.Judgement;
import io.dualsight.rule.RuleBook;
import io.dualsight.rule.Thresholds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTests {

    private static final RuleBook RULES = new RuleBook(Thresholds.DEFAULT);

    static List<Path> vectors() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/resources/vectors"))) {
            return files.filter(each -> each.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void isJudgedAsTheReportItself(Path vector) throws IOException {
        Map<?, ?> tree = (Map<?, ?>) Json.read(Files.readString(vector));
        Report report = ReportReader.read(tree.get("report"), "cluster");
        Object redacted = Bundles.redaction(report).tree(ReportWriter.tree(report));
        Judgement before = RULES.judge(Facts.of(report));
        Judgement after = RULES.judge(Facts.of(ReportReader.read(Json.read(Json.write(redacted)), null)));
        assertThat(after.verdict()).isEqualTo(before.verdict());
        assertThat(after.findings().stream().map(Finding::rule))
                .isEqualTo(before.findings().stream().map(Finding::rule).toList());
    }

    @Test
    void showsNoneOfAThousandPlantedSecretsAndAddresses() {
        Random random = new Random(7);
        List<String> planted = new ArrayList<>();
        List<Object> lines = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            String plant = plant(i % 7, random);
            planted.add(plant);
            lines.add(Map.of("line", line(i % 7, plant, random)));
        }
        String redacted = Json.write(new Redaction(new Pseudonyms(3)).tree(Map.of("logLines", lines)));
        assertThat(planted).noneMatch(redacted::contains);
        assertThat(redacted).contains("calico-node", "dial tcp");
    }

    private static String plant(int kind, Random random) {
        return switch (kind) {
            case 0 ->
                "10.%d.%d.%d".formatted(100 + random.nextInt(100), 1 + random.nextInt(254), 1 + random.nextInt(254));
            case 1 ->
                IpAddress.parse("2a02:%x:%x:%x::%x"
                                .formatted(
                                        1 + random.nextInt(0xfffe),
                                        1 + random.nextInt(0xfffe),
                                        1 + random.nextInt(0xfffe),
                                        1 + random.nextInt(0xfffe)))
                        .orElseThrow()
                        .toString();
            case 2 ->
                "fd%02x:%x:%x::%x"
                        .formatted(
                                random.nextInt(256),
                                1 + random.nextInt(0xfffe),
                                1 + random.nextInt(0xfffe),
                                0x1000 + random.nextInt(0xefff));
            case 3 -> "K10" + hex(random, 64) + "::server:" + hex(random, 32);
            case 4 -> "eyJhbGciOiJSUzI1NiIs" + hex(random, 20) + "." + hex(random, 40) + "." + hex(random, 40);
            case 5 -> "hunter" + random.nextInt(1_000_000);
            default -> "dsa_" + hex(random, 43);
        };
    }

    private static String line(int kind, String plant, Random random) {
        String label = kind == 5 ? "password=" : random.nextBoolean() ? "token: " : "";
        return "calico-node dial tcp " + label + plant + (kind < 3 ? " refused" : "");
    }

    private static String hex(Random random, int length) {
        StringBuilder text = new StringBuilder("7a");
        while (text.length() < length) {
            text.append(Integer.toHexString(random.nextInt(16)));
        }
        return text.toString();
    }

    @Test
    void keepsSubnetsTogetherAndApartAndTheSameAddressTheSame() {
        Redaction redaction = new Redaction(new Pseudonyms(1));
        IpAddress one = address(redaction.text("2001:db8:77:5::10"));
        IpAddress two = address(redaction.text("2001:db8:77:5::99"));
        IpAddress other = address(redaction.text("2001:db8:77:6::10"));
        IpPrefix net = IpPrefix.parse(redaction.text("2001:db8:77:5::/64")).orElseThrow();
        IpPrefix wider = IpPrefix.parse(redaction.text("2001:db8:77::/56")).orElseThrow();
        assertThat(net.contains(one)).isTrue();
        assertThat(net.contains(two)).isTrue();
        assertThat(net.contains(other)).isFalse();
        assertThat(wider.contains(other)).isTrue();
        assertThat(one).isNotEqualTo(two);
        assertThat(redaction.text("seen 2001:db8:77:5::10")).isEqualTo("seen " + one);
        assertThat(one.toString()).startsWith("2001:db8:");
        assertThat(redaction.text("10.9.8.7")).startsWith("192.0.2.");
        assertThat(redaction.text("10.9.8.7/24 10.9.8.0/24")).endsWith("/24 192.0.2.0/24");
    }

    private static IpAddress address(String text) {
        return IpAddress.parse(text).orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/etc/rancher/rke2/config.yaml",
                "net.ipv6.conf.eth0.accept_ra",
                "v1.31.4+rke2r1",
                "::/0",
                "::1",
                "127.0.0.1",
                "2026-11-22T10:00:00Z",
                "projectcalico.org/IPv6Address",
                "kube-controller-manager",
                "Couldn't autodetect an IPv4 address. If auto-detecting, choose a different autodetection method."
            })
    void leavesWhatEverybodyHas(String text) {
        assertThat(new Redaction(new Pseudonyms(1)).text(text)).isEqualTo(text);
    }
}
