package io.dualsight.web;

import io.dualsight.rule.RuleBook;
import io.dualsight.rule.RuleTexts;
import io.dualsight.rule.Severities;
import io.dualsight.rule.Severity;
import io.dualsight.rule.Thresholds;
import io.dualsight.store.Criterion;
import io.dualsight.store.JudgingPass;
import io.dualsight.store.JudgingPasses;
import io.dualsight.store.NodeStatuses;
import io.dualsight.store.RuleCount;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The rules as this console judges by them. */
@Controller
class RulesPage {

    private final RuleBook rules;
    private final JudgingPasses passes;
    private final NodeStatuses nodes;
    private final Wordings wordings;

    RulesPage(RuleBook rules, JudgingPasses passes, NodeStatuses nodes, Wordings wordings) {
        this.rules = rules;
        this.passes = passes;
        this.nodes = nodes;
        this.wordings = wordings;
    }

    @GetMapping("/settings/rules")
    String rules(Locale locale, Model model) {
        Wording wording = wordings.in(locale);
        Map<String, Long> found = new HashMap<>();
        nodes.rules().forEach((RuleCount each) -> found.put(each.rule(), each.nodes()));
        model.addAttribute(
                "view",
                new RulesView(
                        passes.newest().map(pass -> pass(pass, wording)).orElse(null),
                        limits(rules.thresholds(), wording),
                        RuleBook.ids().stream()
                                .map(rule -> line(rule, found, rules.off().contains(rule), wording))
                                .toList()));
        return "settings-rules";
    }

    private static RulesView.Pass pass(JudgingPass pass, Wording wording) {
        return new RulesView.Pass(
                !pass.isFinished(),
                wording.number(pass.done()),
                wording.number(Math.max(pass.done(), pass.total())),
                pass.percent(),
                wording.moment(pass.startedAt()),
                pass.finishedAt() == null ? null : wording.moment(pass.finishedAt()));
    }

    private static List<RulesView.Limit> limits(Thresholds limits, Wording wording) {
        return Stream.of(
                        limit("tentative", limits.tentative().toSeconds() + " s", wording),
                        limit("registration", limits.registration().toSeconds() + " s", wording),
                        limit("ready-deadline", limits.readyDeadline().toSeconds() + " s", wording),
                        limit("slow-ready", limits.slowReady().toSeconds() + " s", wording),
                        limit("virtual-interfaces", String.join("  ", limits.virtualInterfaces()), wording))
                .toList();
    }

    private static RulesView.Limit limit(String name, String value, Wording wording) {
        return new RulesView.Limit(wording.text("rules.limit." + name), value, "dualsight.rules." + name);
    }

    private static RulesView.RuleLine line(String rule, Map<String, Long> found, boolean off, Wording wording) {
        RuleTexts texts = RuleTexts.of(wording.locale());
        Long count = found.get(rule);
        return new RulesView.RuleLine(
                rule,
                texts.title(rule),
                texts.why(rule),
                Severities.of(rule).stream().map(Severity::wire).toList(),
                texts.source(rule).orElse(null),
                count == null
                        ? null
                        : new RulesView.Found(wording.number(count), ListAddress.where(Criterion.RULE, rule)),
                off);
    }
}
