package io.dualsight.web;

import io.dualsight.contract.FieldError;
import io.dualsight.identity.BadFieldsException;
import io.dualsight.store.AgentState;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Agents over the reading API. */
@RestController
@Tag(name = "Agents")
class AgentController {

    private final AgentBook book;

    AgentController(AgentBook book) {
        this.book = book;
    }

    /**
     * An agent.
     *
     * @param problems what is wrong with it: {@code stale dropped clock probes spool version}
     * @param clockOffsetSeconds how far its node's clock is ahead of the console's
     */
    record Item(
            String cluster,
            String node,
            List<String> problems,
            Instant lastReportAt,
            long clockOffsetSeconds,
            AgentState.Said agent,
            AgentState.Load load) {}

    @GetMapping("/api/v1/agents")
    @Operation(summary = "How agents do; problem is stale, dropped, clock, probes, spool or version")
    Listing<Item> agents(
            @RequestParam(defaultValue = "") String problem,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(defaultValue = "0") int cursor) {
        int most = TokenList.limit(limit);
        AgentBook.Sheet sheet = book.sheet();
        List<AgentState> all = sheet.with(problem.isEmpty() ? null : wanted(problem));
        int from = Math.min(Math.max(0, cursor), all.size());
        int to = Math.min(from + most, all.size());
        String next = to < all.size() ? Integer.toString(to) : null;
        return new Listing<>(
                all.subList(from, to).stream().map(each -> item(each, sheet)).toList(), next, all.size());
    }

    private static @Nullable AgentProblem wanted(String problem) {
        return AgentProblem.of(problem)
                .orElseThrow(() -> new BadFieldsException(List.of(new FieldError(
                        "problem",
                        problem,
                        Stream.of(AgentProblem.values()).map(AgentProblem::word).collect(Collectors.joining(", "))))));
    }

    private static Item item(AgentState agent, AgentBook.Sheet sheet) {
        return new Item(
                agent.key().cluster(),
                agent.key().node(),
                sheet.problems(agent).stream().map(AgentProblem::word).toList(),
                agent.receivedAt(),
                agent.clockOffset().toSeconds(),
                agent.said(),
                agent.load());
    }
}
