package io.dualsight.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.dualsight.Visitor;
import io.dualsight.contract.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Every page, by name: who makes a page adds a line. The nodes are those of the vectors. */
final class WalkedPages {

    /** Answers of other kinds than a page: parts of one, streams, files, what errors lead to. */
    private static final String NO_PAGE =
            "/api/.*|/actuator.*|/v3/.*|/swagger.*|/error|/live|/nodes/rows|/charts/.*|.*\\*.*|.*/bundle\\.(json|md)";

    private static final Path ROUTES = Path.of("src/test/resources/security/routes.txt");
    private static final Map<String, String> FIXED = new LinkedHashMap<>();

    static {
        FIXED.put("overview", "/");
        FIXED.put("overview-charts", "/?from=now-30d");
        FIXED.put("overview-nodes", "/?charts=nodes");
        FIXED.put("overview-load", "/?charts=load");
        FIXED.put("wallboard", "/?wall=1");
        FIXED.put("nodes", "/nodes?cluster=vectors");
        FIXED.put("nodes-columns", "/nodes?columns=ips,verdict,past,ready,cni");
        FIXED.put("nodes-filtered", "/nodes?family=dual-stack&q=node&incorrectNodeIp=true");
        FIXED.put("nodes-none", "/nodes?q=nothing-is-called-so");
        FIXED.put("nodes-mistake", "/nodes?family=ipv5");
        FIXED.put("node", "/nodes/vectors/node-v08");
        FIXED.put("findings", "/findings?cluster=vectors");
        FIXED.put("findings-mistake", "/findings?q=bogus:x");
        FIXED.put("findings-none", "/findings?q=nothing-is-called-so");
        FIXED.put("clusters", "/clusters");
        FIXED.put("cluster", "/clusters/vectors");
        FIXED.put("upgrades", "/upgrades");
        FIXED.put("upgrades-long", "/upgrades?from=now-90d&before=now-14d/now-7d&after=now-7d/now");
        FIXED.put("check", "/check");
        FIXED.put("dual-stack", "/dual-stack");
        FIXED.put("dual-stack-nodes", "/dual-stack?cluster=vectors");
        FIXED.put("agents", "/agents");
        FIXED.put("agents-clock", "/agents?problem=clock");
        FIXED.put("enrol", "/enrol");
        FIXED.put("tokens", "/settings/tokens");
        FIXED.put("people", "/settings/people");
        FIXED.put("notifications", "/settings/notifications");
        FIXED.put("rules", "/settings/rules");
        FIXED.put("audit", "/settings/audit");
        FIXED.put("sessions", "/settings/sessions");
        FIXED.put("retention", "/settings/retention");
        FIXED.put("about", "/settings/about");
        FIXED.put("preferences", "/preferences");
        FIXED.put("missing", "/nodes/vectors/no-such-node");
    }

    private WalkedPages() {}

    /** All of a console that the vectors' nodes report to; a finding's address is known only there. */
    static Map<String, String> of(int port) {
        String found = new Visitor(port)
                .get("/api/v1/findings?cluster=vectors&limit=1", "Authorization", "Bearer " + InConsole.PROGRAM)
                .body();
        Map<?, ?> first = (Map<?, ?>) ((List<?>) ((Map<?, ?>) Json.read(found)).get("items")).get(0);
        Map<String, String> all = new LinkedHashMap<>(FIXED);
        all.put("finding", "/findings/" + first.get("id"));
        return all;
    }

    /** Fails where a route that answers with a page is not walked. */
    static void assertWhole(Map<String, String> walked) throws IOException {
        try (Stream<String> lines = Files.lines(ROUTES)) {
            List<String> pages = lines.filter(line -> line.startsWith("GET "))
                    .map(line -> line.split("\\s+")[1])
                    .filter(route -> !route.matches(NO_PAGE))
                    .filter(route -> !route.equals("/settings") && !route.equals("/login"))
                    .toList();
            assertThat(pages)
                    .hasSizeGreaterThan(15)
                    .allSatisfy(route -> assertThat(walked.values())
                            .as("a walked page for " + route)
                            .anyMatch(path -> path.replaceFirst("\\?.*", "").matches(pattern(route))));
        }
    }

    /** A route as a pattern: its variables are anything but a slash. */
    static String pattern(String route) {
        return route.replaceAll("\\{[^/]*?:((?:\\\\.|[^{}]|\\{[^}]*})*)}", "(?:$1)")
                .replaceAll("\\{[a-z]+}", "[^/]+");
    }
}
