package io.dualsight.agent;

import io.dualsight.contract.Json;
import io.dualsight.contract.MalformedJsonException;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether containers run, by what containerd keeps of running ones: a folder for each, named after its id, which
 * kubelet's links in {@code /var/log/containers/<pod>_<namespace>_<container>-<id>.log} tell. Only a container that
 * has ended costs a program, {@code crictl}, which knows how.
 */
final class ContainerStates {

    private static final String LINKS = "/var/log/containers";
    private static final String TASKS = "/io.containerd.runtime.v2.task/k8s.io/";
    private static final String END = ".log";
    private static final int MOST_ASKED = 8;

    private final HostFiles files;
    private final Programs programs;
    /** What became of containers that have ended, which does not change. */
    private final Map<String, State> ended = new HashMap<>();

    private int asked;

    ContainerStates(HostFiles files, Programs programs) {
        this.files = files;
        this.programs = programs;
    }

    /**
     * What a container does.
     *
     * @param state {@code running}, {@code terminated}, or {@code unknown}
     * @param reason of its end; absent = not known
     * @param exitCode absent = not known, or running
     * @param startedAt absent = not known
     */
    record State(
            String state,
            @Nullable String reason,
            @Nullable Integer exitCode,
            @Nullable Instant startedAt) {

        static final State UNKNOWN = new State("unknown", null, null, null);
    }

    /** The states of these, in their order. */
    List<State> of(List<PodLogs.Container> containers, Distribution distribution) throws IOException {
        String tasks = distribution.containerd() + TASKS;
        if (containers.isEmpty() || !files.exists(tasks) || !files.exists(LINKS)) {
            return containers.stream().map(each -> State.UNKNOWN).toList();
        }
        Map<String, String> newest = newest(files.list(LINKS));
        ended.keySet().retainAll(newest.values());
        asked = 0;
        return containers.stream()
                .map(each -> state(tasks, newest.get(each.link()), distribution))
                .toList();
    }

    private State state(String tasks, @Nullable String id, Distribution distribution) {
        if (id == null) {
            return State.UNKNOWN;
        }
        if (files.exists(tasks + id)) {
            return new State("running", null, null, since(tasks + id));
        }
        asked += ended.containsKey(id) ? 0 : 1;
        return asked > MOST_ASKED ? State.UNKNOWN : end(id, distribution);
    }

    /** The id of each container's newest life by the name of its links. */
    private Map<String, String> newest(List<String> links) {
        Map<String, String> ids = new HashMap<>();
        Map<String, Instant> times = new HashMap<>();
        for (String link : links) {
            int dash = link.lastIndexOf('-');
            if (dash < 0 || !link.endsWith(END)) {
                continue;
            }
            String name = link.substring(0, dash);
            Instant at = changedAt(LINKS + "/" + link);
            if (!at.isBefore(times.getOrDefault(name, Instant.MIN))) {
                times.put(name, at);
                ids.put(name, link.substring(dash + 1, link.length() - END.length()));
            }
        }
        return ids;
    }

    private Instant changedAt(String path) {
        try {
            return files.changedAt(path);
        } catch (IOException e) {
            // gone since it was listed
            return Instant.MIN;
        }
    }

    /** Containerd writes the file of the first process when it has made it. */
    private @Nullable Instant since(String task) {
        Instant at = changedAt(task + "/init.pid");
        return at.equals(Instant.MIN) ? null : at;
    }

    private State end(String id, Distribution distribution) {
        return ended.computeIfAbsent(id, key -> {
            try {
                List<String> command = new ArrayList<>(distribution.crictl());
                command.addAll(List.of("inspect", "-o", "json", key));
                return state(Json.read(programs.output(command.toArray(String[]::new))));
            } catch (IOException | MalformedJsonException e) {
                // not to know how it ended is no failure to see that it has
                return new State("terminated", null, null, null);
            }
        });
    }

    private static State state(@Nullable Object answer) {
        Map<?, ?> status =
                answer instanceof Map<?, ?> map && map.get("status") instanceof Map<?, ?> inner ? inner : Map.of();
        Integer code = status.get("exitCode") instanceof Long number ? number.intValue() : Integer.valueOf(0);
        boolean exited = "CONTAINER_EXITED".equals(status.get("state"));
        return new State(
                "terminated",
                status.get("reason") instanceof String reason && !reason.isEmpty() ? reason : null,
                exited ? code : null,
                time(status.get("startedAt")));
    }

    private static @Nullable Instant time(@Nullable Object value) {
        try {
            Instant at = value instanceof String text
                    ? java.time.OffsetDateTime.parse(text).toInstant()
                    : null;
            // containerd says 1970 or the year 1 for what never happened
            return at == null || at.getEpochSecond() <= 0 ? null : at;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
