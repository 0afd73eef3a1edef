package io.dualsight.web;

import io.dualsight.contract.FieldError;
import io.dualsight.identity.AgentToken;
import io.dualsight.identity.AgentTokens;
import io.dualsight.identity.ApiToken;
import io.dualsight.identity.ApiTokens;
import io.dualsight.identity.BadFieldsException;
import io.dualsight.identity.Caller;
import io.dualsight.identity.Role;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The tokens of agents and programs, for admins. A new one is shown on the next page, and on no other. */
@Controller
class TokensPage {
    private static final String PATH = "/settings/tokens";
    private static final String BACK = "redirect:" + PATH;
    private static final String MADE = "made";
    private static final String NEWEST = "" + Long.MAX_VALUE;

    /** What the form for an agent token sends; a field left empty is one that does not bind it. */
    record AgentForm(
            @Nullable String name,
            @Nullable String cluster,
            @Nullable String node,
            @Nullable Integer mostNodes) {

        AgentToken.Scope scope() {
            return new AgentToken.Scope(orNull(cluster), orNull(node), mostNodes);
        }

        private static @Nullable String orNull(@Nullable String text) {
            return text == null || text.isBlank() ? null : text.strip();
        }
    }

    /** What the form for an API token sends: 0 days are for ever. */
    record ProgramForm(@Nullable String name, @Nullable String role, int days) {

        Role wanted() {
            return role == null ? Role.VIEWER : Role.of(role).orElse(Role.VIEWER);
        }
    }

    private final AgentTokens agents;
    private final ApiTokens programs;
    private final Wordings wordings;
    private final Clock clock;

    TokensPage(AgentTokens agents, ApiTokens programs, Wordings wordings, Clock clock) {
        this.agents = agents;
        this.programs = programs;
        this.wordings = wordings;
        this.clock = clock;
    }

    @GetMapping(PATH)
    String page(
            @RequestParam(defaultValue = NEWEST) long agent,
            @RequestParam(defaultValue = NEWEST) long program,
            Locale locale,
            Model model) {
        TokensViewBuilder words = new TokensViewBuilder(wordings.in(locale));
        int most = TokensViewBuilder.MOST + 1;
        model.addAttribute(
                "view",
                new TokensView(
                        (TokensView.Made) model.getAttribute(MADE),
                        FormProblems.of(model),
                        words.part(agents.newest(agent, most), "agent", AgentToken::id, words::agent),
                        words.part(programs.newest(program, most), "program", ApiToken::id, words::program)));
        return "tokens";
    }

    @PostMapping(PATH + "/agents")
    String makeAgent(AgentForm form, @AuthenticationPrincipal Caller.Person admin, RedirectAttributes next) {
        String name = form.name() == null ? "" : form.name();
        return show(
                next,
                () -> new TokensView.Made(
                        name, agents.issue(admin, name, form.scope()).secret(), true));
    }

    @PostMapping(PATH + "/agents/{id}/rotate")
    String rotateAgent(
            @PathVariable long id,
            @RequestParam(defaultValue = "24") long hours,
            @AuthenticationPrincipal Caller.Person admin,
            RedirectAttributes next) {
        return show(
                next,
                () -> agents.rotate(admin, id, Duration.ofHours(hours))
                        .map(issued -> new TokensView.Made(issued.token().name(), issued.secret(), true))
                        .orElseThrow(() -> new BadFieldsException(
                                List.of(new FieldError("id", Long.toString(id), "a token that is still good")))));
    }

    @PostMapping(PATH + "/agents/{id}/revoke")
    String revokeAgent(@PathVariable long id, @AuthenticationPrincipal Caller.Person admin) {
        agents.revoke(admin, id);
        return BACK;
    }

    @PostMapping(PATH + "/programs")
    String makeProgram(ProgramForm form, @AuthenticationPrincipal Caller.Person admin, RedirectAttributes next) {
        String name = form.name() == null ? "" : form.name();
        Instant expiresAt = form.days() == 0 ? null : clock.instant().plus(Duration.ofDays(form.days()));
        return show(
                next,
                () -> new TokensView.Made(
                        name,
                        programs.issue(admin, name, form.wanted(), expiresAt).secret(),
                        false));
    }

    @PostMapping(PATH + "/programs/{id}/revoke")
    String revokeProgram(@PathVariable long id, @AuthenticationPrincipal Caller.Person admin) {
        programs.revoke(admin, id);
        return BACK;
    }

    /** The token goes through the session and never through an address, which logs and histories keep. */
    private static String show(RedirectAttributes next, Supplier<TokensView.Made> making) {
        try {
            next.addFlashAttribute(MADE, making.get());
        } catch (BadFieldsException e) {
            FormProblems.add(next, e);
        }
        return BACK;
    }
}
