package io.dualsight.web;

import io.dualsight.store.AgentState;
import io.dualsight.store.NodeKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts the page of the agents into words. */
final class AgentsBuilder {

    static final int ROWS = 50;

    private static final long MIB = 1024 * 1024;

    private final AgentBook.Sheet sheet;
    private final @Nullable AgentProblem problem;
    private final Wording wording;

    AgentsBuilder(AgentBook.Sheet sheet, @Nullable AgentProblem problem, Wording wording) {
        this.sheet = sheet;
        this.problem = problem;
        this.wording = wording;
    }

    /** The agents from the {@code from}th on. */
    List<AgentState> slice(int from) {
        List<AgentState> all = sheet.with(problem);
        return all.subList(Math.min(from, all.size()), Math.min(from + ROWS, all.size()));
    }

    AgentsView build(int from, Map<NodeKey, Long> kept) {
        List<AgentState> shown = slice(from);
        long total = sheet.with(problem).size();
        String counted = wording.text("agents.counted", wording.number(shown.size()), total, wording.number(total));
        return new AgentsView(
                wording.moment(wording.now()),
                tabs(),
                versions(),
                shown.stream()
                        .map(each -> row(each, kept.getOrDefault(each.key(), 0L)))
                        .toList(),
                counted,
                from + shown.size() < total ? address("/agents", from + ROWS) : null,
                address("/api/v1/agents", 0));
    }

    private List<AgentsView.Count> versions() {
        return sheet.versions().entrySet().stream()
                .map(each -> new AgentsView.Count(each.getKey(), wording.number(each.getValue())))
                .toList();
    }

    private String address(String path, int from) {
        String query = (problem == null ? "" : "&problem=" + problem.word()) + (from == 0 ? "" : "&from=" + from);
        return query.isEmpty() ? path : path + "?" + query.substring(1);
    }

    private List<NodeList.Tab> tabs() {
        List<NodeList.Tab> tabs = new ArrayList<>();
        tabs.add(new NodeList.Tab(
                wording.text("tab.all"), null, wording.number(sheet.agents().size()), "/agents", problem == null));
        for (AgentProblem each : AgentProblem.values()) {
            tabs.add(new NodeList.Tab(
                    wording.text("agents.problem." + each.word()),
                    each == AgentProblem.STALE ? "stale" : each == AgentProblem.VERSION ? "info" : "warning",
                    wording.number(sheet.with(each).size()),
                    "/agents?problem=" + each.word(),
                    each == problem));
        }
        return tabs;
    }

    private AgentsView.Row row(AgentState agent, long reports) {
        return new AgentsView.Row(
                NodeLink.to(agent.key().cluster(), agent.key().node()),
                sheet.problems(agent).stream().map(AgentProblem::word).toList(),
                wording.moment(agent.receivedAt()),
                new AgentsView.Health(
                        kept(agent.said().intervalSeconds(), reports),
                        clock(agent.clockOffset().toSeconds()),
                        backlog(agent.load()),
                        errors(agent.said())),
                wording.orUnknown(agent.said().version()),
                agent.load().memoryBytes() == null
                        ? wording.text("unknown")
                        : wording.text("mib", wording.number(agent.load().memoryBytes() / MIB)));
    }

    private @Nullable String errors(AgentState.Said said) {
        return said.firstError() == null ? null : wording.text("agents.errors", said.probeErrors(), said.firstError());
    }

    private @Nullable String kept(@Nullable Integer intervalSeconds, long reports) {
        return intervalSeconds == null
                ? null
                : wording.text(
                        "agents.kept",
                        wording.number(intervalSeconds),
                        wording.number(Math.min(reports, AgentBook.INTERVALS)),
                        wording.number(AgentBook.INTERVALS));
    }

    private String clock(long seconds) {
        if (Math.abs(seconds) <= 2) {
            return wording.text("agents.clock.right");
        }
        return wording.text(
                seconds > 0 ? "agents.clock.ahead" : "agents.clock.behind", wording.number(Math.abs(seconds)));
    }

    private @Nullable String backlog(AgentState.Load load) {
        return load.spooled() == 0 && load.dropped() == 0
                ? null
                : wording.text("agents.backlog", wording.number(load.spooled()), wording.number(load.dropped()));
    }
}
