package io.dualsight.web;

import io.dualsight.identity.BadFieldsException;
import io.dualsight.identity.Caller;
import io.dualsight.identity.People;
import io.dualsight.identity.Sessions;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Changes the reader's own password; its form is on the page of sessions, since the other ones end with it. */
@Controller
class PasswordPage {
    static final String CHANGED = "passwordChanged";

    /** The one until now and the one from now on. */
    record Form(@Nullable String old, @Nullable String fresh) {

        String oldOne() {
            return old == null ? "" : old;
        }

        String newOne() {
            return fresh == null ? "" : fresh;
        }
    }

    private final People people;
    private final Sessions sessions;

    PasswordPage(People people, Sessions sessions) {
        this.people = people;
        this.sessions = sessions;
    }

    @PostMapping("/settings/password")
    String change(
            Form form,
            @AuthenticationPrincipal Caller.Person reader,
            HttpServletRequest request,
            RedirectAttributes next) {
        String session = sessions.idOf(request.getSession().getId()).orElse("");
        try {
            people.changePassword(reader, form.oldOne(), form.newOne(), session);
            next.addFlashAttribute(CHANGED, true);
        } catch (BadFieldsException e) {
            FormProblems.add(next, e);
        }
        return "redirect:/settings/sessions";
    }
}
