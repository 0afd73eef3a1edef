package io.dualsight.web;

import io.dualsight.identity.BadFieldsException;
import io.dualsight.identity.Caller;
import io.dualsight.triage.SavedViews;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Keeps and forgets lists of findings. */
@Controller
class FindingViewsPage {

    private final SavedViews views;
    private final Wordings wordings;

    FindingViewsPage(SavedViews views, Wordings wordings) {
        this.views = views;
        this.wordings = wordings;
    }

    /**
     * What to keep.
     *
     * @param filter the list's query
     */
    record Wanted(
            @Nullable String name,
            @Nullable Boolean shared,
            @Nullable String filter) {}

    @PostMapping("/findings/views")
    String save(Wanted wanted, @AuthenticationPrincipal Caller.Person person, RedirectAttributes next) {
        Wording wording = wordings.here();
        String name = wanted.name() == null ? "" : wanted.name().strip();
        String filter = wanted.filter() == null ? "" : wanted.filter();
        FindingList.Done done;
        try {
            views.save(person, name, Boolean.TRUE.equals(wanted.shared()), filter);
            done = new FindingList.Done(wording.text("views.saved", name), "ok", null);
        } catch (BadFieldsException e) {
            done = new FindingList.Done(wording.text("views.wrong"), "error", null);
        }
        next.addFlashAttribute(FindingsPage.DONE, done);
        return "redirect:" + FindingAddress.PAGE + "?" + filter;
    }

    @PostMapping("/findings/views/{id}/delete")
    String delete(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String filter,
            @AuthenticationPrincipal Caller.Person person) {
        views.delete(person, id);
        return "redirect:" + FindingAddress.PAGE + "?" + filter;
    }
}
