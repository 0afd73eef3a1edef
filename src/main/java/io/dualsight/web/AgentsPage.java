package io.dualsight.web;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** How detection itself does: who reports, how regularly, by which clock, and what could not be read. */
@Controller
class AgentsPage {

    /** Where a token goes: the page has none to show. */
    private static final String TOKEN = "TOKEN";

    private final AgentBook book;
    private final AgentJar jar;
    private final Wordings wordings;

    AgentsPage(AgentBook book, AgentJar jar, Wordings wordings) {
        this.book = book;
        this.jar = jar;
        this.wordings = wordings;
    }

    @GetMapping("/agents")
    String agents(
            @RequestParam(required = false) @Nullable String problem,
            @RequestParam(defaultValue = "0") int from,
            Locale locale,
            Model model) {
        Wording wording = wordings.in(locale);
        AgentProblem wanted = problem == null ? null : AgentProblem.of(problem).orElse(null);
        AgentsBuilder builder = new AgentsBuilder(book.sheet(), wanted, wording);
        int first = Math.max(0, from);
        model.addAttribute("view", builder.build(first, book.kept(builder.slice(first), wording.now())));
        String console = ServletUriComponentsBuilder.fromCurrentContextPath().toUriString();
        model.addAttribute("command", jar.run(console, TOKEN));
        return "agents";
    }
}
