package io.dualsight.web;

import io.dualsight.identity.Caller;
import io.dualsight.identity.Role;
import io.dualsight.identity.Session;
import io.dualsight.identity.Sessions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;

/** Where the reader is signed in, and for admins where everybody is; each can be ended. */
@Controller
class SessionsPage {

    /**
     * The page.
     *
     * @param own the last used first
     * @param others of everybody else; empty for who is no admin
     * @param problems what was wrong with the form for the password just sent
     * @param changed whether the password was just changed
     */
    record View(List<Item> own, List<Item> others, List<String> problems, boolean changed) {}

    /**
     * A session.
     *
     * @param here the one that asks
     */
    record Item(String id, String person, String browser, String address, Moment started, Moment last, boolean here) {}

    private final Sessions sessions;
    private final Wordings wordings;

    SessionsPage(Sessions sessions, Wordings wordings) {
        this.sessions = sessions;
        this.wordings = wordings;
    }

    @GetMapping("/settings/sessions")
    String page(@AuthenticationPrincipal Caller.Person reader, HttpServletRequest request, Locale locale, Model model) {
        Wording wording = wordings.in(locale);
        String here = here(request);
        List<Item> own = sessions.of(reader).stream()
                .map(session -> item(session, here, wording))
                .toList();
        List<Item> others = reader.role() == Role.ADMIN
                ? sessions.all().stream()
                        .filter(session -> !session.person().equals(reader.name()))
                        .map(session -> item(session, here, wording))
                        .toList()
                : List.of();
        model.addAttribute(
                "view", new View(own, others, FormProblems.of(model), model.containsAttribute(PasswordPage.CHANGED)));
        return "sessions";
    }

    @PostMapping("/settings/sessions/{id}/end")
    String end(@PathVariable String id, @AuthenticationPrincipal Caller.Person reader) {
        if (!sessions.end(reader, id)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return "redirect:/settings/sessions";
    }

    private @Nullable String here(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session == null ? null : sessions.idOf(session.getId()).orElse(null);
    }

    private static Item item(Session session, @Nullable String here, Wording wording) {
        return new Item(
                session.id(),
                session.person(),
                wording.orUnknown(session.browser()),
                wording.orUnknown(session.address()),
                wording.moment(session.startedAt()),
                wording.moment(session.lastAt()),
                session.id().equals(here));
    }
}
