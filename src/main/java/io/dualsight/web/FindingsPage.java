package io.dualsight.web;

import io.dualsight.identity.Caller;
import io.dualsight.identity.Role;
import io.dualsight.store.BadQueryException;
import io.dualsight.store.Page;
import io.dualsight.triage.FindingCriterion;
import io.dualsight.triage.FindingFilter;
import io.dualsight.triage.FindingQuery;
import io.dualsight.triage.Findings;
import io.dualsight.triage.Inbox;
import io.dualsight.triage.RuleGroup;
import io.dualsight.triage.SavedViews;
import io.dualsight.triage.TrackedFinding;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The inbox: findings by where they stand, by rule, and by what they have in common. */
@Controller
class FindingsPage {

    static final String DONE = "done";

    /** Rules on a page; one rule alone has pages of its own. */
    private static final int GROUPS = 15;
    /** Findings of a rule, at the most. */
    private static final int ROWS = 10;
    /** Findings on a page, which its rules share: so that it stays below 100 KB. */
    private static final int ALL_ROWS = 75;

    private final Findings findings;
    private final Inbox inbox;
    private final SavedViews views;
    private final Wordings wordings;

    FindingsPage(Findings findings, Inbox inbox, SavedViews views, Wordings wordings) {
        this.findings = findings;
        this.inbox = inbox;
        this.views = views;
        this.wordings = wordings;
    }

    @GetMapping(FindingAddress.PAGE)
    String page(
            @RequestParam Map<String, String> parameters,
            @AuthenticationPrincipal Caller.Person person,
            Model model,
            HttpServletResponse response) {
        FindingQuestion question = FindingQuestion.of(parameters, person);
        if (question.mistakes().isEmpty() && FindingSearch.hasWords(parameters.getOrDefault("q", ""))) {
            return "redirect:" + FindingAddress.of(FindingAddress.PAGE, question.query());
        }
        FindingListBuilder words = words(question);
        if (words.hasMistakes()) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
        }
        FindingList.Done done = (FindingList.Done) model.getAttribute(DONE);
        model.addAttribute("view", list(words, person, done));
        return "findings";
    }

    /** Only triage knows its cursors: one that it does not know leads to the first page. */
    private FindingListBuilder words(FindingQuestion question) {
        try {
            return new FindingListBuilder(question, answer(question.query()), wordings.here());
        } catch (BadQueryException e) {
            FindingQuestion again = question.fromTheStart(e);
            return new FindingListBuilder(again, answer(again.query()), wordings.here());
        }
    }

    private FindingList list(FindingListBuilder words, Caller.Person person, FindingList.@Nullable Done done) {
        List<FindingList.View> kept = views.of(person).stream()
                .map(view -> new FindingList.View(
                        view.id(),
                        view.name(),
                        FindingAddress.PAGE + "?" + view.address(),
                        view.owner().equals(person.name()) ? null : view.owner()))
                .toList();
        boolean mayAct = person.role().compareTo(Role.OPERATOR) >= 0;
        return new FindingList(
                words.tabs(), words.search(), words.groups(), words.bulk(mayAct), kept, words.pager(), done);
    }

    private FindingListBuilder.Answer answer(FindingQuery query) {
        FindingFilter filter = query.filter();
        boolean oneRule = filter.text(FindingCriterion.RULE).isPresent();
        List<RuleGroup> groups = inbox.groups(filter);
        Map<RuleGroup, Page<TrackedFinding>> shown = new LinkedHashMap<>();
        int number = Math.min(GROUPS, groups.size());
        for (RuleGroup group : groups.subList(0, number)) {
            shown.put(group, findings.page(oneRule ? query : of(query, group, Math.min(ROWS, ALL_ROWS / number))));
        }
        List<TrackedFinding> all = new ArrayList<>();
        shown.values().forEach(page -> all.addAll(page.items()));
        String next = oneRule
                ? shown.values().stream()
                        .map(Page::nextCursor)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null)
                : null;
        return new FindingListBuilder.Answer(
                shown,
                findings.counts(filter.without(FindingCriterion.STATUS)),
                groups.stream().mapToLong(RuleGroup::findings).sum(),
                next,
                inbox.lastWords(all));
    }

    private static FindingQuery of(FindingQuery query, RuleGroup group, int rows) {
        FindingFilter filter = query.filter().with(FindingCriterion.RULE, group.rule());
        return new FindingQuery(filter, query.sort(), rows, null);
    }
}
