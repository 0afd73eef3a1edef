package io.dualsight.triage;

import io.dualsight.contract.IpAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/** Values that a stranger must not read, and reports that have them. */
final class Plants {

    private final Random random;
    private final List<String> all = new ArrayList<>();
    private List<String> fresh = new ArrayList<>();

    Plants(Random random) {
        this.random = random;
    }

    /** Every value that was planted so far. */
    List<String> all() {
        return all;
    }

    /** Those since the last {@link #forget}. */
    List<String> fresh() {
        return fresh;
    }

    void forget() {
        fresh = new ArrayList<>();
    }

    private String planted(String value) {
        all.add(value);
        fresh.add(value);
        return value;
    }

    private int from(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    String ipv4() {
        return planted("%d.%d.%d.%d".formatted(from(11, 99), from(0, 255), from(1, 254), from(2, 254)));
    }

    String ipv6() {
        String text = "2a02:%x:%x:%x:%x::%x"
                .formatted(from(1, 0xfffe), from(1, 0xfffe), from(1, 0xfffe), from(1, 0xfffe), from(1, 0xfffe));
        return planted(IpAddress.parse(text).orElseThrow().toString());
    }

    private String uniqueLocal() {
        String text =
                "fd%02x:%x:%x::%x".formatted(from(0, 255), from(1, 0xfffe), from(1, 0xfffe), from(0x1000, 0xfffe));
        return planted(IpAddress.parse(text).orElseThrow().toString());
    }

    private String hex(int length) {
        StringBuilder text = new StringBuilder("7a");
        while (text.length() < length) {
            text.append(Integer.toHexString(random.nextInt(16)));
        }
        return text.toString();
    }

    /** A line of a log with one of them, as logs write it. */
    String line() {
        return switch (random.nextInt(10)) {
            case 0 -> "dial tcp " + ipv4() + ":6443: connect: connection refused";
            case 1 -> "dial tcp [" + ipv6() + "]:6443: i/o timeout";
            case 2 -> "Using autodetected address " + ipv6().toUpperCase(java.util.Locale.ROOT) + " on eth0";
            case 3 -> "no route to " + uniqueLocal() + "/64, gateway " + ipv4() + "/24";
            case 4 -> "join with token " + planted("K10" + hex(64) + "::server:" + hex(32));
            case 5 ->
                "Authorization: Bearer " + planted("eyJhbGciOiJSUzI1NiIs" + hex(20) + "." + hex(40) + "." + hex(40));
            case 6 -> "password=" + planted("hunter" + from(100_000, 999_999));
            case 7 -> "agent token is \"" + planted("dsa_" + hex(43)) + "\"";
            case 8 -> "inet addr:" + ipv4() + " of ip-" + planted(ipv4().replace('.', '-')) + ".example.internal";
            default -> "pod " + planted(UUID.randomUUID().toString()) + " on its way";
        };
    }

    /** The report with plants wherever it has room for texts and addresses, and with another name of its node. */
    Map<String, Object> into(Map<?, ?> report) {
        Map<String, Object> tree = copy(report);
        String node = planted("edge-" + hex(8));
        tree.put("node", node);
        Map<String, Object> host = copy(tree.get("host"));
        host.put("hostname", node);
        tree.put("host", host);
        List<Object> lines = new ArrayList<>();
        List<Object> errors = new ArrayList<>();
        List<Object> checks = new ArrayList<>();
        List<Object> names = new ArrayList<>(List.of("127.0.0.1 localhost"));
        for (int i = 0; i < 12; i++) {
            lines.add(Map.of("component", "kubelet", "at", "2026-11-22T09:11:50Z", "line", node + " " + line()));
            names.add((i % 2 == 0 ? ipv4() : ipv6()) + " host-" + i);
        }
        for (int i = 0; i < 4; i++) {
            errors.add(Map.of("probe", "kubelet", "message", line()));
            checks.add(Map.of("target", "peer", "family", "ipv6", "address", "[" + ipv6() + "]:443", "ok", true));
        }
        tree.put("logLines", lines);
        tree.put("connectivity", checks);
        tree.put("hostsFile", names);
        tree.put("resolvers", List.of(ipv4(), ipv6()));
        Map<String, Object> agent = copy(tree.get("agent"));
        agent.put("probeErrors", errors);
        tree.put("agent", agent);
        return tree;
    }

    private static Map<String, Object> copy(Object map) {
        Map<String, Object> copy = new LinkedHashMap<>();
        if (map instanceof Map<?, ?> tree) {
            tree.forEach((name, value) -> copy.put((String) name, value));
        }
        return copy;
    }
}
