package io.dualsight.web;

import io.dualsight.identity.AgentTokens;
import io.dualsight.identity.BadFieldsException;
import io.dualsight.identity.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Enrols a node in one command: makes a token for its cluster and shows the command with it, once. */
@Controller
class EnrolPage {

    private static final String MADE = "made";
    private static final String REFUSED = "refused";

    /**
     * The page.
     *
     * @param refused the cluster name that was no name; absent otherwise
     * @param command to run on each node; absent until a token was made
     */
    record View(@Nullable String refused, @Nullable Command command) {}

    /** What to run on a node of the cluster, and to judge one without a console. */
    record Command(String cluster, String run, String doctor) {}

    private final AgentTokens tokens;
    private final AgentJar jar;

    EnrolPage(AgentTokens tokens, AgentJar jar) {
        this.tokens = tokens;
        this.jar = jar;
    }

    @GetMapping("/enrol")
    String form(Model model) {
        String refused = (String) model.getAttribute(REFUSED);
        Command made = (Command) model.getAttribute(MADE);
        model.addAttribute("view", new View(refused, made));
        return "enrol";
    }

    /** The token goes through the session and never through an address, which logs and histories keep. */
    @PostMapping("/enrol")
    String enrol(
            @RequestParam(defaultValue = "") String cluster,
            @AuthenticationPrincipal Caller.Person admin,
            RedirectAttributes next) {
        String name = cluster.strip();
        try {
            String token = tokens.issue(admin, name, name, null).secret();
            String console =
                    ServletUriComponentsBuilder.fromCurrentContextPath().toUriString();
            next.addFlashAttribute(MADE, new Command(name, jar.run(console, token), jar.doctor()));
        } catch (BadFieldsException e) {
            next.addFlashAttribute(REFUSED, name);
        }
        return "redirect:/enrol";
    }
}
