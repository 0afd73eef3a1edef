package io.dualsight.web;

import io.dualsight.rule.RuleTexts;
import io.dualsight.store.Page;
import io.dualsight.triage.FindingCounts;
import io.dualsight.triage.FindingCriterion;
import io.dualsight.triage.FindingEvent;
import io.dualsight.triage.FindingFilter;
import io.dualsight.triage.FindingQuery;
import io.dualsight.triage.RuleGroup;
import io.dualsight.triage.TrackedFinding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts the inbox into words. */
final class FindingListBuilder {

    /**
     * What triage answers.
     *
     * @param groups rules in their order, each with the findings that are shown of it
     * @param total of all groups
     * @param next where the only group goes on; absent = it is whole, or there are many
     * @param words what was last said about each
     */
    record Answer(
            Map<RuleGroup, Page<TrackedFinding>> groups,
            FindingCounts counts,
            long total,
            @Nullable String next,
            Map<Long, FindingEvent> words) {}

    private final FindingQuestion question;
    private final FindingQuery query;
    private final Answer answer;
    private final Wording wording;
    private final RuleTexts texts;

    FindingListBuilder(FindingQuestion question, Answer answer, Wording wording) {
        this.question = question;
        this.query = question.query();
        this.answer = answer;
        this.wording = wording;
        this.texts = RuleTexts.of(wording.locale());
    }

    boolean hasMistakes() {
        return !question.mistakes().isEmpty();
    }

    List<NodeList.Tab> tabs() {
        FindingCounts counts = answer.counts();
        List<NodeList.Tab> tabs = new ArrayList<>();
        tabs.add(tab("new", "new", counts.fresh()));
        tabs.add(tab("acknowledged", "acknowledged", counts.acknowledged()));
        tabs.add(tab("snoozed", "snoozed", counts.snoozed()));
        tabs.add(tab("regressed", "regressed", counts.regressed()));
        tabs.add(tab("resolved", "resolved", counts.resolved()));
        return tabs;
    }

    private NodeList.Tab tab(String status, String mark, long count) {
        FindingFilter filter = query.filter().with(FindingCriterion.STATUS, status);
        boolean current =
                query.filter().text(FindingCriterion.STATUS).orElse("").equals(status);
        return new NodeList.Tab(
                wording.text("finding.tab." + status),
                mark,
                wording.number(count),
                FindingAddress.where(filter),
                current);
    }

    FindingList.Search search() {
        return new FindingFilterWords(question, wording).search();
    }

    List<FindingList.Group> groups() {
        List<FindingList.Group> groups = new ArrayList<>();
        answer.groups().forEach((group, page) -> groups.add(group(group, page)));
        return groups;
    }

    private FindingList.Group group(RuleGroup group, Page<TrackedFinding> page) {
        FindingFilter ofRule = query.filter().with(FindingCriterion.RULE, group.rule());
        boolean whole = page.items().size() == group.findings()
                || query.filter().text(FindingCriterion.RULE).isPresent();
        FindingRowWords rows = new FindingRowWords(answer.words(), wording);
        return new FindingList.Group(
                group.rule(),
                texts.title(group.rule()),
                group.severity().wire(),
                wording.counted("findings.n", group.findings()),
                group.cause() == null ? null : new CauseWords(wording).cause(group.cause(), ofRule),
                page.items().stream().map(rows::row).toList(),
                whole ? null : FindingAddress.where(ofRule));
    }

    FindingList.Bulk bulk(boolean allowed) {
        boolean resolved =
                query.filter().text(FindingCriterion.STATUS).orElse("").equals("resolved");
        return new FindingList.Bulk(
                allowed,
                FindingAddress.query(query.at(null)),
                wording.counted("findings.all-matching", answer.total()),
                resolved);
    }

    FindingList.Pager pager() {
        FindingQuery whole = query.at(null);
        String next = answer.next();
        return new FindingList.Pager(
                wording.counted("findings.n", answer.total()),
                FindingAddress.of(FindingExportController.PATH, whole),
                FindingAddress.of(FindingAddress.JSON, whole),
                query.cursor() == null ? null : FindingAddress.of(FindingAddress.PAGE, whole),
                next == null ? null : FindingAddress.of(FindingAddress.PAGE, query.at(next)));
    }
}
