package io.dualsight.web;

import io.dualsight.contract.FieldError;
import io.dualsight.identity.BadFieldsException;
import io.dualsight.identity.Caller;
import io.dualsight.triage.Act;
import io.dualsight.triage.FindingChangedException;
import io.dualsight.triage.FindingEvent;
import io.dualsight.triage.FindingFilter;
import io.dualsight.triage.Findings;
import io.dualsight.triage.Triage;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** What the forms of the inbox and of a finding's page do; each leads back to where it came from. */
@Controller
class FindingActsPage {

    private final Triage triage;
    private final Findings findings;
    private final Wordings wordings;

    FindingActsPage(Triage triage, Findings findings, Wordings wordings) {
        this.triage = triage;
        this.findings = findings;
        this.wordings = wordings;
    }

    /** To the findings that are ticked, or to all that match. */
    @PostMapping("/findings/act")
    String many(FindingForms form, @AuthenticationPrincipal Caller.Person person, RedirectAttributes next) {
        Wording wording = wordings.here();
        try {
            Act act = form.read(wording.now());
            List<Long> chosen =
                    form.all() ? triage.matching(filter(form.query()).seenBy(person)) : form.ids();
            FindingList.Done done = chosen.isEmpty()
                    ? failed(wording.text("act.none"))
                    : done(act, triage.actOnAll(person, chosen, act), wording);
            return back(form.query(), next, done);
        } catch (BadFieldsException e) {
            return back(form.query(), next, failed(wrong(e, wording)));
        }
    }

    private static FindingList.Done done(Act act, Triage.Batch batch, Wording wording) {
        String text = wording.counted("done." + act.kind().wire(), batch.done());
        String rest = batch.passedOver() == 0 ? "" : " " + wording.counted("done.passed-over", batch.passedOver());
        boolean undoable = batch.done() > 0 && !(act instanceof Act.Comment);
        return new FindingList.Done(text + rest, "ok", undoable ? batch.id() : null);
    }

    @PostMapping("/findings/undo")
    String undo(
            @RequestParam long batch,
            FindingForms form,
            @AuthenticationPrincipal Caller.Person person,
            RedirectAttributes next) {
        Wording wording = wordings.here();
        FindingList.Done done = triage.undo(person, batch)
                .map(undone -> new FindingList.Done(wording.counted("done.undone", undone.done()), "ok", null))
                .orElseGet(() -> failed(wording.text("undo.none")));
        List<Long> one = form.ids();
        return one.size() == 1 ? to(FindingAddress.one(one.get(0)), next, done) : back(form.query(), next, done);
    }

    /** To one, as the reader saw it. */
    @PostMapping("/findings/{id}/act")
    String one(
            @PathVariable long id,
            FindingForms form,
            @AuthenticationPrincipal Caller.Person person,
            RedirectAttributes next) {
        Wording wording = wordings.here();
        try {
            Act act = form.read(wording.now());
            if (triage.act(person, id, act, form.revision()).isEmpty()) {
                throw new ResponseStatusException(HttpStatus.NOT_FOUND);
            }
            return to(FindingAddress.one(id), next, done(id, act, wording));
        } catch (BadFieldsException e) {
            return to(FindingAddress.one(id), next, failed(wrong(e, wording)));
        } catch (FindingChangedException e) {
            return to(FindingAddress.one(id), next, failed(quicker(e, wording)));
        }
    }

    private FindingList.Done done(long id, Act act, Wording wording) {
        Long batch = findings.events(id).stream()
                .findFirst()
                .map(FindingEvent::batch)
                .orElse(null);
        return new FindingList.Done(wording.counted("done." + act.kind().wire(), 1), "ok", batch);
    }

    private static FindingFilter filter(String query) {
        Map<String, String> parameters = new HashMap<>();
        UriComponentsBuilder.newInstance()
                .query(query)
                .build()
                .getQueryParams()
                .forEach(
                        (name, values) -> parameters.put(name, UriUtils.decode(values.get(0), StandardCharsets.UTF_8)));
        return FindingFilter.of(parameters);
    }

    private static String wrong(BadFieldsException e, Wording wording) {
        FieldError error = e.errors().isEmpty()
                ? new FieldError("act", "", "acknowledge")
                : e.errors().get(0);
        return wording.text("act.wrong." + error.field());
    }

    private static String quicker(FindingChangedException e, Wording wording) {
        FindingEvent last = e.last();
        if (last == null) {
            return wording.text("act.changed");
        }
        return wording.text(
                "act.quicker",
                last.actor(),
                wording.text("event." + last.kind().wire()),
                wording.moment(last.lastAt()).ago());
    }

    private static FindingList.Done failed(String text) {
        return new FindingList.Done(text, "error", null);
    }

    private static String back(String filter, RedirectAttributes next, FindingList.Done done) {
        return to(FindingAddress.PAGE + (filter.isEmpty() ? "" : "?" + filter), next, done);
    }

    private static String to(String path, RedirectAttributes next, FindingList.Done done) {
        next.addFlashAttribute(FindingsPage.DONE, done);
        return "redirect:" + path;
    }
}
