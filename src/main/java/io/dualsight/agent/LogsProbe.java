package io.dualsight.agent;

import io.dualsight.contract.Limits;
import io.dualsight.contract.LogLine;
import io.dualsight.rule.LogCatalogue;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Log lines that say something about node addressing: new ones of containers, kubelet, containerd, the service and the
 * kernel, by the catalogue. A line that repeats itself but for its numbers is sent once a report, as it came last.
 */
final class LogsProbe {

    private static final String JOURNAL = "/var/log/journal";
    private static final String PREFIX = "log ";
    private static final String CURSOR = "journal";
    private static final String CURSOR_LINE = "-- cursor: ";
    private static final String JOURNAL_LINES = "1000";
    private static final String JOURNAL_FIRST = "200";

    private final HostFiles files;
    private final Programs programs;
    private final Memory memory;
    private final Clock clock;

    LogsProbe(HostFiles files, Programs programs, Memory memory, Clock clock) {
        this.files = files;
        this.programs = programs;
        this.memory = memory;
        this.clock = clock;
    }

    /**
     * Reads what is new.
     *
     * @param containers whose logs to read
     * @param distribution whose own logs to read
     * @param unit its service; absent where none is known
     */
    List<LogLine> read(
            List<PodLogs.Container> containers, Distribution distribution, @Nullable String unit, Gaps gaps) {
        Map<String, LogLine> found = new LinkedHashMap<>();
        Map<String, String> logs = new LinkedHashMap<>();
        containers.forEach(each -> logs.put(each.log(), each.component()));
        logs.put(distribution.dataFolder() + "/agent/logs/kubelet.log", "kubelet");
        logs.put(distribution.dataFolder() + "/agent/containerd/containerd.log", "containerd");
        // the plug-in runs as containerd's child
        logs.put("/var/log/calico/cni/cni.log", "containerd");
        logs.keySet().removeIf(path -> !files.exists(path));
        logs.forEach((path, component) -> file(component, path, found, gaps));
        memory.keepOnly(PREFIX, logs.keySet().stream().map(PREFIX::concat).collect(Collectors.toSet()));
        if (unit != null) {
            gaps.attempt("logLines.journal", () -> {
                journal(unit, found);
                return null;
            });
        }
        List<LogLine> lines = new ArrayList<>(found.values());
        return lines.subList(Math.max(0, lines.size() - Limits.LOG_LINES), lines.size());
    }

    private void file(String component, String path, Map<String, LogLine> found, Gaps gaps) {
        String key = PREFIX + path;
        gaps.attempt("logLines." + component, () -> {
            try {
                LogTail tail = new LogTail(files.at(path));
                memory.put(key, tail.read(memory.get(key), line -> take(component, line, found)));
                return null;
            } catch (IOException e) {
                throw UnreadableException.of(path, e);
            }
        });
    }

    private void journal(String unit, Map<String, LogLine> found) throws IOException {
        String cursor = memory.get(CURSOR);
        List<String> command = new ArrayList<>(
                List.of("journalctl", "--quiet", "--no-pager", "--output=short-unix", "--show-cursor", "--boot"));
        if (files.isMounted()) {
            command.add("--directory=" + files.at(files.exists(JOURNAL) ? JOURNAL : "/run/log/journal"));
        }
        command.add("--lines=" + (cursor == null ? JOURNAL_FIRST : JOURNAL_LINES));
        if (cursor != null) {
            command.add("--after-cursor=" + cursor);
        }
        // the second alternative is the kernel, which tells of duplicate addresses
        command.addAll(List.of("_SYSTEMD_UNIT=" + unit + ".service", "+", "_TRANSPORT=kernel"));
        programs.output(command.toArray(String[]::new)).lines().forEach(line -> {
            if (line.startsWith(CURSOR_LINE)) {
                memory.put(CURSOR, line.substring(CURSOR_LINE.length()));
            } else {
                boolean kernel = line.contains(" kernel: ");
                take(kernel ? "kernel" : unit.startsWith("k3s") ? "k3s" : unit, line, found);
            }
        });
    }

    private void take(String component, String line, Map<String, LogLine> found) {
        if (!LogCatalogue.selects(line)) {
            return;
        }
        LogText text = LogText.of(line, clock);
        String masked = Secrets.mask(text.text());
        String cut = masked.substring(0, Math.min(Limits.LOG_LINE, masked.length()));
        // a flood of one line must not push out the others
        String key = component + " " + cut.replaceAll("\\d+", "0");
        found.remove(key);
        found.put(key, new LogLine(component, text.at(), cut));
    }
}
