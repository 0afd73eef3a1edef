package io.dualsight.agent;

import io.dualsight.contract.AgentFacts;
import io.dualsight.contract.ProbeError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The agent's own state. */
final class SelfProbe {

    /** Linux counts in hundredths of a second for user space, whatever the kernel's own tick is. */
    private static final double TICKS = 100;

    private static final int USER_TIME = 11;

    private final Instant startedAt;

    SelfProbe(Instant startedAt) {
        this.startedAt = startedAt;
    }

    AgentFacts read(int intervalSeconds, AgentFacts.Backlog backlog, Gaps gaps) {
        AgentFacts.Usage usage = new AgentFacts.Usage(
                gaps.attempt("agent.memoryBytes", SelfProbe::memory),
                gaps.attempt("agent.cpuSeconds", SelfProbe::processorTime));
        List<ProbeError> errors = gaps.errors();
        return new AgentFacts(version(), startedAt, intervalSeconds, backlog, usage, errors);
    }

    /** The jar's version; absent where the classes are not in a jar. */
    static @Nullable String version() {
        return SelfProbe.class.getPackage().getImplementationVersion();
    }

    private static @Nullable Long memory() throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
            if (line.startsWith("VmRSS:")) {
                return 1024 * Long.parseLong(line.replaceAll("\\D", ""));
            }
        }
        return null;
    }

    private static Double processorTime() throws IOException {
        String stat = Files.readString(Path.of("/proc/self/stat"));
        // the second column is the name in brackets, which may hold anything
        String[] columns = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(columns[USER_TIME]) + Long.parseLong(columns[USER_TIME + 1])) / TICKS;
    }
}
