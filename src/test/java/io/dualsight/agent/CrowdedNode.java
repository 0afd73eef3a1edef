package io.dualsight.agent;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.SplittableRandom;

/** Reports again and again from a node with more of everything than any has, and prints how much memory that takes. */
final class CrowdedNode {

    private static final int ROUNDS = 12;
    private static final int LINES = 10_000;

    private CrowdedNode() {}

    /** Writes the node's files. */
    static void prepare(Path folder) {
        NodeTree node = new NodeTree(folder);
        String route = "0".repeat(32) + " 00 " + "0".repeat(32) + " 00 fe80" + "0".repeat(27)
                + "1 00000400 00000000 00000000 00000003 eth0\n";
        node.file("/proc/self/stat", "").file("/proc/net/ipv6_route", route.repeat(100_000));
        node.file("/etc/rancher/rke2/config.yaml", "tls-san+: host.example\n".repeat(40_000));
        node.file("/etc/hosts", "192.0.2.7 host.example\n".repeat(40_000));
        node.file("/var/log/pods/calico-system_calico-node-x_uid/calico-node/0.log", "");
    }

    /** Words: the folder of its files. */
    public static void main(String... words) throws IOException {
        Path folder = Path.of(words[0]);
        String addresses = addresses();
        Path log = folder.resolve("var/log/pods/calico-system_calico-node-x_uid/calico-node/0.log");
        Programs programs = command -> {
            if (command[0].equals("ip")) {
                return command[2].equals("addr") ? addresses : "[]";
            }
            throw new UnreadableException(command[0], "no such program");
        };
        Settings.Pace pace = new Settings.Pace(Duration.ofSeconds(60), false, folder.resolve("spool"), 4 << 20);
        Settings settings = new Settings(new Settings.Names("c1", "n1"), null, pace, new Settings.Source(folder, null));
        Collector collector = new Collector(
                settings, Clock.systemUTC(), programs, LinkSource.none(), new Memory(pace.spool()), Map.of());
        Notices notices = new Notices(new PrintStream(OutputStream.nullOutputStream()));
        Spool spool = new Spool(pace.spool(), pace.spoolBytes(), notices);
        Courier courier =
                new Courier(body -> Delivery.later("away"), spool, Ticks.machine(), new SplittableRandom(1), notices);
        Rounds rounds =
                new Rounds(collector::collect, courier, spool, Ticks.machine(), new SplittableRandom(1), notices, pace);
        for (int i = 0; i < ROUNDS; i++) {
            flood(log, i);
            if (rounds.once().said().equals("no report could be made")) {
                throw new AssertionError("no report could be made");
            }
        }
        System.out.println(ROUNDS + " reports, " + spool.count() + " of them spooled");
    }

    /** A thousand interfaces with eight addresses each: all that the agent reads of such a list. */
    private static String addresses() {
        StringBuilder json = new StringBuilder("[");
        for (int i = 1; i <= 1000; i++) {
            json.append(i == 1 ? "" : ",")
                    .append("{\"ifindex\":%d,\"ifname\":\"vlan%d\",\"flags\":[\"UP\"],\"mtu\":1500,\"addr_info\":["
                            .formatted(i, i));
            for (int j = 1; j <= 8; j++) {
                json.append(j == 1 ? "" : ",")
                        .append(
                                "{\"family\":\"inet6\",\"local\":\"2001:db8:%x::%x\",\"prefixlen\":64,\"scope\":\"global\"}"
                                        .formatted(i, j));
            }
            json.append("]}");
        }
        return json.append("]").toString();
    }

    private static void flood(Path log, int round) throws IOException {
        try (BufferedWriter lines = Files.newBufferedWriter(log, StandardOpenOption.APPEND)) {
            for (int i = 0; i < LINES; i++) {
                lines.write("2026-11-22T09:11:50.1Z stderr F IPv4 address has changed ");
                lines.write('a' + i % 26);
                lines.write('a' + round % 26);
                lines.write('\n');
            }
        }
    }
}
