package io.dualsight.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The report's {@code calico}, {@code startup}, {@code components}, {@code connectivity}, {@code resources} and
 * {@code logLines}.
 */
final class RuntimeWire {

    private RuntimeWire() {}

    static RuntimeFacts read(Fields fields) {
        return new RuntimeFacts(
                calico(fields),
                fields.holds("startup") ? startup(fields.object("startup")) : null,
                fields.objects("components", Limits.ENTRIES).stream()
                        .map(ComponentWire::read)
                        .toList(),
                connectivity(fields),
                resources(fields),
                logLines(fields));
    }

    private static @Nullable CalicoMethods calico(Fields fields) {
        Fields calico = fields.object("calico");
        return fields.holds("calico") ? new CalicoMethods(calico.text("ipv4Method"), calico.text("ipv6Method")) : null;
    }

    private static StartupFacts startup(Fields fields) {
        SortedMap<String, Double> metrics = new TreeMap<>();
        Fields inner = fields.object("kubeletMetrics");
        for (Object key : fields.entries("kubeletMetrics").keySet()) {
            Double value = inner.number(String.valueOf(key));
            if (value != null) {
                metrics.put(String.valueOf(key), value);
            }
        }
        return new StartupFacts(
                fields.text("serviceUnit"), fields.time("serviceStartedAt"), fields.text("invocationId"), metrics);
    }

    private static List<ConnectivityCheck> connectivity(Fields fields) {
        List<ConnectivityCheck> checks = new ArrayList<>();
        for (Fields each : fields.objects("connectivity", Limits.ENTRIES)) {
            String target = each.text("target");
            IpFamily family = each.parsed("family", RuntimeWire::family, "ipv4 or ipv6");
            Boolean ok = each.flag("ok");
            if (target != null && family != null && ok != null) {
                checks.add(new ConnectivityCheck(
                        target, family, each.text("address"), ok, each.integer("millis", 0, Integer.MAX_VALUE)));
            }
        }
        return checks;
    }

    private static @Nullable IpFamily family(String text) {
        return switch (text) {
            case "ipv4" -> IpFamily.IPV4;
            case "ipv6" -> IpFamily.IPV6;
            default -> null;
        };
    }

    private static @Nullable ResourceFacts resources(Fields fields) {
        Fields inner = fields.object("resources");
        return fields.holds("resources")
                ? new ResourceFacts(
                        inner.number("cpuPercent"),
                        inner.whole("memoryUsedBytes", 0, Long.MAX_VALUE),
                        inner.whole("memoryTotalBytes", 0, Long.MAX_VALUE))
                : null;
    }

    private static List<LogLine> logLines(Fields fields) {
        List<LogLine> lines = new ArrayList<>();
        for (Fields each : fields.objects("logLines", Limits.LOG_LINES)) {
            String component = each.text("component");
            String line = each.text("line", Limits.LOG_LINE);
            if (component != null && line != null) {
                lines.add(new LogLine(component, each.time("at"), line));
            }
        }
        return lines;
    }

    static void write(RuntimeFacts runtime, Tree tree) {
        tree.put("calico", runtime.calico(), RuntimeWire::write)
                .put("startup", runtime.startup(), RuntimeWire::write)
                .list("components", runtime.components(), ComponentWire::write)
                .list("connectivity", runtime.connectivity(), RuntimeWire::write)
                .put("resources", runtime.resources(), RuntimeWire::write)
                .list("logLines", runtime.logLines(), RuntimeWire::write);
    }

    private static Map<String, Object> write(CalicoMethods calico) {
        return new Tree()
                .put("ipv4Method", calico.ipv4())
                .put("ipv6Method", calico.ipv6())
                .map();
    }

    private static Map<String, Object> write(StartupFacts startup) {
        return new Tree()
                .put("serviceUnit", startup.serviceUnit())
                .text("serviceStartedAt", startup.serviceStartedAt())
                .put("invocationId", startup.invocationId())
                .section("kubeletMetrics", startup.kubeletMetrics())
                .map();
    }

    private static Map<String, Object> write(ConnectivityCheck check) {
        return new Tree()
                .put("target", check.target())
                .put("family", check.family().wire())
                .put("address", check.address())
                .put("ok", check.ok())
                .put("millis", check.millis())
                .map();
    }

    private static Map<String, Object> write(ResourceFacts resources) {
        return new Tree()
                .put("cpuPercent", resources.cpuPercent())
                .put("memoryUsedBytes", resources.memoryUsedBytes())
                .put("memoryTotalBytes", resources.memoryTotalBytes())
                .map();
    }

    private static Map<String, Object> write(LogLine line) {
        return new Tree()
                .put("component", line.component())
                .text("at", line.at())
                .put("line", line.line())
                .map();
    }
}
