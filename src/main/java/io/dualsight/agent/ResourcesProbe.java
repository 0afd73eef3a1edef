package io.dualsight.agent;

import io.dualsight.contract.ResourceFacts;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The node's load: processor time since the last report, and memory now. */
final class ResourcesProbe {

    private static final int IDLE = 3;
    private static final int IO_WAIT = 4;
    /** Columns from {@code guest} on are counted in those before them. */
    private static final int GUEST = 8;

    private final HostFiles files;
    private long lastTotal;
    private long lastIdle;

    ResourcesProbe(HostFiles files) {
        this.files = files;
    }

    @Nullable
    ResourceFacts read(Gaps gaps) {
        Double percent = gaps.attempt("resources.cpuPercent", this::processor);
        Map<String, Long> memory = gaps.attempt("resources.memory", this::memory);
        Long total = memory == null ? null : memory.get("MemTotal");
        Long available = memory == null ? null : memory.get("MemAvailable");
        if (percent == null && total == null) {
            return null;
        }
        return new ResourceFacts(percent, total == null || available == null ? null : total - available, total);
    }

    private @Nullable Double processor() throws IOException {
        String[] columns =
                files.text("/proc/stat").lines().findFirst().orElse("").split("\\s+");
        long total = 0;
        for (int i = 0; i < GUEST; i++) {
            total += Long.parseLong(columns[i + 1]);
        }
        long idle = Long.parseLong(columns[IDLE + 1]) + Long.parseLong(columns[IO_WAIT + 1]);
        long passed = total - lastTotal;
        double percent = passed <= 0 ? 0 : 100.0 * (passed - (idle - lastIdle)) / passed;
        boolean first = lastTotal == 0;
        lastTotal = total;
        lastIdle = idle;
        // the average since boot says nothing about now
        return first || passed <= 0 ? null : Math.round(10 * Math.max(0, Math.min(100, percent))) / 10.0;
    }

    private Map<String, Long> memory() throws IOException {
        Map<String, Long> bytes = new HashMap<>();
        files.text("/proc/meminfo").lines().limit(3).forEach(line -> {
            String[] words = line.split("[:\\s]+");
            bytes.put(words[0], 1024 * Long.parseLong(words[1]));
        });
        return bytes;
    }
}
