package io.dualsight.web;

import io.dualsight.contract.IpFamily;
import io.dualsight.contract.Json;
import io.dualsight.contract.Report;
import io.dualsight.detect.ClusterSettings;
import io.dualsight.rule.Facts;
import io.dualsight.rule.FamilyStatus;
import io.dualsight.rule.FleetView;
import io.dualsight.rule.Judgement;
import io.dualsight.rule.JudgementTree;
import io.dualsight.rule.RuleBook;
import io.dualsight.rule.RuleTexts;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Judges a host before it joins, by what is pasted, and keeps nothing of it. */
@Controller
class CheckPage {

    private static final String PAGE = "check";
    private static final List<String> DISTRIBUTIONS = List.of("rke2", "k3s");

    /** Of fields that are called the same in every language. */
    private static final Map<String, String> NAMES = Map.of(
            "config", "config.yaml",
            "addresses", "ip -j addr",
            "routes", "ip -j route",
            "clusterCidr", "cluster-cidr",
            "serviceCidr", "service-cidr");

    private static final List<String> ROLES = List.of("server", "agent");

    private final RuleBook rules;
    private final Wordings wordings;
    private final Clock clock;

    CheckPage(RuleBook rules, Wordings wordings, Clock clock) {
        this.rules = rules;
        this.wordings = wordings;
        this.clock = clock;
    }

    @GetMapping("/check")
    String empty(Model model) {
        model.addAttribute("view", new CheckView(CheckForm.EMPTY, List.of(), null));
        return PAGE;
    }

    /** Answers with the page itself: there is nothing that a redirect could show again. */
    @PostMapping("/check")
    String check(@RequestParam Map<String, String> sent, Locale locale, HttpServletResponse answer, Model model) {
        Wording wording = wordings.in(locale);
        CheckForm form = form(sent);
        CheckReader reader = new CheckReader(form);
        ClusterSettings settings = reader.settings();
        Report report = form.isEmpty() ? null : reader.report(clock.instant());
        CheckView.Result result =
                report == null || !reader.faults().isEmpty() ? null : result(report, settings, wording);
        List<CheckReader.Fault> faults = form.isEmpty()
                ? List.of(new CheckReader.Fault("config", wording.text("check.nothing")))
                : reader.faults();
        if (result == null) {
            answer.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        List<CheckView.Problem> problems = faults.stream()
                .map(each -> new CheckView.Problem(
                        each.field(), NAMES.getOrDefault(each.field(), wording.text("check.report")), each.text()))
                .toList();
        model.addAttribute("view", new CheckView(form, problems, result));
        return PAGE;
    }

    private static CheckForm form(Map<String, String> sent) {
        return new CheckForm(
                text(sent, "config"),
                text(sent, "addresses"),
                text(sent, "routes"),
                new CheckForm.Cidrs(text(sent, "clusterCidr"), text(sent, "serviceCidr")),
                new CheckForm.Host(
                        choice(sent, "distribution", DISTRIBUTIONS),
                        text(sent, "version"),
                        choice(sent, "role", ROLES)),
                text(sent, "report"));
    }

    private static String text(Map<String, String> sent, String name) {
        return sent.getOrDefault(name, "");
    }

    private static String choice(Map<String, String> sent, String name, List<String> choices) {
        String value = text(sent, name);
        return choices.contains(value) ? value : choices.get(0);
    }

    private CheckView.Result result(Report report, ClusterSettings settings, Wording wording) {
        FleetView fleet = new FleetView(settings, Map.of(), null, null);
        Judgement judgement = rules.judge(new Facts(report, List.of(), fleet, null));
        List<NodeDetails.Finding> findings = new FindingWords(wording)
                .findings(judgement.findings().stream().map(StoredFinding::of).toList());
        String verdict = judgement.verdict().wire();
        return new CheckView.Result(
                verdict,
                findings.isEmpty()
                        ? wording.text(verdict.equals("unknown") ? "check.unknown" : "check.ok")
                        : findings.get(0).summary(),
                families(judgement, wording),
                findings,
                new ChoiceWords(wording).choices(judgement.prediction()),
                judgement.recommendedNodeIps().isEmpty()
                        ? null
                        : judgement.recommendedNodeIps().toString(),
                Json.pretty(JudgementTree.of(judgement, wording.locale())));
    }

    private static List<NodeDetails.Family> families(Judgement judgement, Wording wording) {
        RuleTexts texts = RuleTexts.of(wording.locale());
        return Stream.of(IpFamily.values())
                .map(family -> family(family, judgement.families().of(family), texts))
                .toList();
    }

    private static NodeDetails.Family family(IpFamily family, FamilyStatus status, RuleTexts texts) {
        return new NodeDetails.Family(
                family == IpFamily.IPV4 ? "IPv4" : "IPv6",
                status.status().wire(),
                absent(status.address()),
                status.device(),
                texts.reason(status));
    }

    private static @Nullable String absent(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
