package io.dualsight.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.dualsight.contract.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The agent on real hosts in network namespaces: what it reports is what {@code ip} says there. */
class LabTests {

    /** Of the namespaces, so that runs beside this one have their own. */
    private static final String PREFIX = System.getenv().getOrDefault("KT_PREFIX", "dsagent-");

    private static final Path LAB = Path.of(System.getProperty("dualsight.lab", "../shared/lab/netns.sh"));
    private static boolean up;

    @BeforeAll
    static void raise() throws IOException, InterruptedException {
        assumeTrue(Files.isReadable(LAB), "the lab script is not here: " + LAB + " (-Ddualsight.lab=FILE)");
        assumeTrue("root".equals(System.getProperty("user.name")), "network namespaces need root");
        assumeTrue(run(List.of("ip", "netns", "list")).code() == 0, "ip netns does not work here");
        lab("down");
        Output raised = lab("up");
        assumeTrue(raised.code() == 0, "the lab cannot be raised here: " + raised.text());
        up = true;
    }

    @AfterAll
    static void takeDown() throws IOException, InterruptedException {
        if (up) {
            lab("down");
        }
    }

    record Output(int code, String text) {}

    private static Output lab(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("bash", LAB.toString()));
        command.addAll(List.of(words));
        return run(command);
    }

    private static Output run(List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("KT_PREFIX", PREFIX);
        Process process = builder.start();
        process.getOutputStream().close();
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        process.getInputStream().transferTo(output);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Output(process.exitValue(), output.toString(StandardCharsets.UTF_8));
    }

    private static Output agent(String host, String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                "run",
                host,
                System.getProperty("java.home") + "/bin/java",
                "-Xmx32m",
                "-XX:+UseSerialGC",
                "-cp",
                AgentMain.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .getPath(),
                AgentMain.class.getName()));
        command.addAll(List.of(words));
        return lab(command.toArray(String[]::new));
    }

    private static List<?> ip(String host, String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("run", host, "ip", "-j"));
        command.addAll(List.of(words));
        String text = lab(command.toArray(String[]::new)).text();
        return text.isBlank() ? List.of() : (List<?>) Objects.requireNonNull(Json.read(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"v6only", "v6ula", "dual", "docker", "clat", "many", "v4only", "noroute", "nonet"})
    void reportsWhatIpSays(String host) throws IOException, InterruptedException {
        Map<?, ?> report = (Map<?, ?>) Json.read(agent(host, "report").text());
        assertThat(report).isNotNull();

        assertThat(report.get("addressOrder")).isEqualTo("netlink");
        assertThat(addresses((List<?>) report.get("interfaces"), "name", "addresses", "address", "prefixLength"))
                .isEqualTo(addresses(ip(host, "addr"), "ifname", "addr_info", "local", "prefixlen"));
        List<String> routes = new ArrayList<>(routes(ip(host, "-4", "route"), "0.0.0.0"));
        routes.addAll(routes(ip(host, "-6", "route"), "::"));
        assertThat(routes((List<?>) report.get("routes"))).isEqualTo(routes);
        assertThat(String.valueOf(report.get("agent"))).doesNotContain("probeErrors");
    }

    private static Map<String, List<String>> addresses(
            List<?> entries, String name, String list, String address, String length) {
        Map<String, List<String>> found = new LinkedHashMap<>();
        for (Object entry : entries) {
            Map<?, ?> link = (Map<?, ?>) entry;
            String device = String.valueOf(link.get(name));
            if (!InterfacesProbe.isPerPod(device)) {
                found.put(
                        device,
                        Stream.of(((List<?>) link.get(list)).toArray())
                                .map(each -> (Map<?, ?>) each)
                                .map(each -> each.get(address) + "/" + each.get(length))
                                .toList());
            }
        }
        return found;
    }

    private static List<String> routes(List<?> told, String none) {
        return told.stream()
                .map(each -> (Map<?, ?>) each)
                .filter(each -> "default".equals(each.get("dst")))
                .map(each -> (each.get("gateway") == null ? none : each.get("gateway")) + " dev " + each.get("dev")
                        + " metric " + (each.get("metric") == null ? 0 : each.get("metric")))
                .toList();
    }

    private static List<String> routes(List<?> reported) {
        return reported.stream()
                .map(each -> (Map<?, ?>) each)
                .map(each -> each.get("gateway") + " dev " + each.get("interface") + " metric " + each.get("metric"))
                .toList();
    }

    @Test
    void marksTheDeprecatedAddress() throws IOException, InterruptedException {
        String report = agent("many", "report").text().replaceAll("\\s+", "");

        assertThat(report)
                .contains("\"address\":\"2001:db8:4::dead\",\"prefixLength\":64,\"scope\":\"global\","
                        + "\"flags\":[\"permanent\",\"deprecated\",\"nodad\"]");
    }

    @Test
    void tellsARouteOfAnAdvertisement() throws IOException, InterruptedException {
        lab("sysctl", "noroute", "net.ipv6.conf.eth0.accept_ra=1");
        lab("ra", "1800");
        try {
            Map<?, ?> report = (Map<?, ?>) Json.read(agent("noroute", "report").text());

            assertThat(String.valueOf(Objects.requireNonNull(report).get("routes")))
                    .contains("destination=::/0", "gateway=fe80::1", "origin=ra");
        } finally {
            lab("ra", "0");
        }
    }

    @Test
    void reportsFromAHostWithoutIpv4ToAnIpv6Literal() throws IOException, InterruptedException {
        Path inbox = Files.createTempFile("lab", ".json");
        Process console = new ProcessBuilder(
                        "ip",
                        "netns",
                        "exec",
                        PREFIX + "rt",
                        System.getProperty("java.home") + "/bin/java",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LabConsole.class.getName(),
                        "2001:db8:1::1",
                        inbox.toString())
                .redirectErrorStream(true)
                .start();
        try {
            String url = console.inputReader().readLine();
            Output sent =
                    agent("v6only", "report", "--once", "--server", url, "--token", "dsa_lab", "--node", "edge-1");

            assertThat(sent.text()).contains("took the report");
            assertThat(sent.code()).isZero();
            assertThat(url).startsWith("http://[2001:db8:1:");
            assertThat(Files.readString(inbox)).contains("\"node\":\"edge-1\"", "\"address\":\"2001:db8:1::10\"");
        } finally {
            console.destroyForcibly();
            Files.deleteIfExists(inbox);
        }
    }

    @Test
    void judgesAHostWithoutAConsole() throws IOException, InterruptedException {
        Output judged = agent("v6only", "doctor", "--node", "edge-1");

        assertThat(judged.code()).isBetween(0, 2);
        assertThat(judged.text()).startsWith("edge-1: ").contains("ipv6-only", "2001:db8:1::10");
    }

    @Test
    void readsTheSameAddressesWithoutIp() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("run", "many", System.getProperty("java.home") + "/bin/java"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), LabFallback.class.getName()));
        Output found = lab(command.toArray(String[]::new));

        assertThat(found.text().lines().filter(line -> line.contains(" ")).sorted())
                .containsExactlyElementsOf(
                        addresses(ip("many", "addr"), "ifname", "addr_info", "local", "prefixlen").entrySet().stream()
                                .flatMap(each -> each.getValue().stream().map(address -> each.getKey() + " " + address))
                                .sorted()
                                .toList());
    }
}
