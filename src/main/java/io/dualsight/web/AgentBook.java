package io.dualsight.web;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.dualsight.store.AgentState;
import io.dualsight.store.Agents;
import io.dualsight.store.NodeKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All agents, looked at together every few seconds, however many readers there are. */
@Component
class AgentBook {

    private static final Duration REMEMBERED = Duration.ofSeconds(5);
    private static final String ALL = "all";

    /** As many say whether an agent keeps its interval. */
    static final int INTERVALS = 10;

    private final Agents agents;
    private final LoadingCache<String, Sheet> sheets;

    AgentBook(Agents agents) {
        this.agents = agents;
        this.sheets = Caffeine.newBuilder().expireAfterWrite(REMEMBERED).build(key -> Sheet.of(agents.all()));
    }

    /**
     * All agents at one moment.
     *
     * @param agents by cluster and node
     * @param versions how many run each; those that do not say theirs are left out
     * @param newest of them, absent where none said its
     */
    record Sheet(
            List<AgentState> agents,
            Map<String, Long> versions,
            @Nullable String newest) {

        static Sheet of(List<AgentState> agents) {
            Map<String, Long> versions = agents.stream()
                    .map(each -> each.said().version())
                    .filter(Objects::nonNull)
                    .collect(Collectors.groupingBy(version -> version, TreeMap::new, Collectors.counting()));
            String newest = versions.keySet().stream()
                    .max(Comparator.comparing(AgentBook::sortable))
                    .orElse(null);
            return new Sheet(agents, versions, newest);
        }

        /** Those with that problem; all where none is named. */
        List<AgentState> with(@Nullable AgentProblem problem) {
            return problem == null
                    ? agents
                    : agents.stream().filter(each -> problem.of(each, newest)).toList();
        }

        /** What is wrong with one of them, the most urgent first. */
        List<AgentProblem> problems(AgentState agent) {
            return List.of(AgentProblem.values()).stream()
                    .filter(each -> each.of(agent, newest))
                    .toList();
        }
    }

    Sheet sheet() {
        return sheets.get(ALL);
    }

    /** How many reports each of these sent in its last {@value #INTERVALS} intervals; those that do not say theirs are left out. */
    Map<NodeKey, Long> kept(List<AgentState> shown, Instant now) {
        Map<Integer, List<NodeKey>> byInterval = new TreeMap<>();
        for (AgentState each : shown) {
            Integer seconds = each.said().intervalSeconds();
            if (seconds != null) {
                byInterval.computeIfAbsent(seconds, key -> new ArrayList<>()).add(each.key());
            }
        }
        Map<NodeKey, Long> kept = new HashMap<>();
        byInterval.forEach((seconds, nodes) ->
                kept.putAll(agents.reportsSince(nodes, now.minusSeconds((long) seconds * INTERVALS))));
        return kept;
    }

    /** Numbers in front of their text, so that 0.10.0 is newer than 0.9.9. */
    private static String sortable(String version) {
        return List.of(version.split("[^0-9A-Za-z]+")).stream()
                .map(part -> part.matches("\\d{1,9}") ? "%09d".formatted(Long.parseLong(part)) : part)
                .collect(Collectors.joining("."));
    }
}
