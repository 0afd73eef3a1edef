package io.dualsight.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The report's {@code agent}. */
final class AgentWire {

    private static final int LONGEST_INTERVAL = 86_400;

    private AgentWire() {}

    static AgentFacts read(Fields fields) {
        return new AgentFacts(
                fields.text("version"),
                fields.time("startedAt"),
                fields.integer("intervalSeconds", 1, LONGEST_INTERVAL),
                new AgentFacts.Backlog(
                        fields.whole("spooledReports", 0, Long.MAX_VALUE),
                        fields.whole("droppedReports", 0, Long.MAX_VALUE)),
                new AgentFacts.Usage(fields.whole("memoryBytes", 0, Long.MAX_VALUE), fields.number("cpuSeconds")),
                probeErrors(fields));
    }

    private static List<ProbeError> probeErrors(Fields fields) {
        List<ProbeError> errors = new ArrayList<>();
        for (Fields each : fields.objects("probeErrors", Limits.ENTRIES)) {
            String probe = each.text("probe");
            String message = each.text("message");
            errors.add(new ProbeError(probe == null ? "" : probe, message == null ? "" : message));
        }
        return errors;
    }

    static Map<String, Object> write(AgentFacts agent) {
        return new Tree()
                .put("version", agent.version())
                .text("startedAt", agent.startedAt())
                .put("intervalSeconds", agent.intervalSeconds())
                .put("spooledReports", agent.backlog().spooledReports())
                .put("droppedReports", agent.backlog().droppedReports())
                .put("memoryBytes", agent.usage().memoryBytes())
                .put("cpuSeconds", agent.usage().cpuSeconds())
                .list("probeErrors", agent.probeErrors(), AgentWire::write)
                .map();
    }

    private static Map<String, Object> write(ProbeError error) {
        return new Tree()
                .put("probe", error.probe())
                .put("message", error.message())
                .map();
    }
}
