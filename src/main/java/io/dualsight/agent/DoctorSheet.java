package io.dualsight.agent;

import io.dualsight.contract.ConfigFacts;
import io.dualsight.contract.IpFamily;
import io.dualsight.contract.IpList;
import io.dualsight.contract.KubernetesFacts;
import io.dualsight.contract.Report;
import io.dualsight.detect.CalicoOutcome;
import io.dualsight.detect.Prediction;
import io.dualsight.rule.FamilyStatus;
import io.dualsight.rule.Finding;
import io.dualsight.rule.Judgement;
import io.dualsight.rule.Remediation;
import io.dualsight.rule.RuleTexts;
import io.dualsight.rule.Verdict;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A judgement for people: how the node stands in each family, who says which node IPs, and what was found. */
final class DoctorSheet {

    private final PrintStream out;
    private final Ink ink;
    private final RuleTexts texts;
    private final DoctorWords words;

    DoctorSheet(PrintStream out, Locale locale, Ink ink) {
        this.out = out;
        this.ink = ink;
        this.texts = RuleTexts.of(locale);
        this.words = DoctorWords.of(locale);
    }

    void print(Report report, Judgement judgement) {
        Verdict verdict = judgement.verdict();
        out.println(report.origin().node() + ": "
                + ink.verdict(verdict, verdict.wire().toUpperCase(Locale.ROOT)));
        out.println();
        print(new TextTable()
                .row(words.family(), judgement.families().host().wire())
                .row(words.cluster(), families(judgement.families().cluster())));
        out.println();
        TextTable families = new TextTable();
        for (IpFamily family : IpFamily.values()) {
            FamilyStatus status = judgement.families().of(family);
            families.row(
                    family == IpFamily.IPV4 ? "IPv4" : "IPv6",
                    status.status().wire(),
                    status.address() == null ? "-" : status.address().toString(),
                    status.device() == null ? "-" : status.device(),
                    texts.reason(status));
        }
        print(families);
        out.println();
        print(sources(report, judgement));
        out.println();
        out.println(words.findings().formatted(judgement.findings().size()));
        judgement.findings().forEach(this::print);
    }

    private void print(TextTable table) {
        table.lines().forEach(out::println);
    }

    private TextTable sources(Report report, Judgement judgement) {
        ConfigFacts config = report.config();
        KubernetesFacts node = report.kubernetes();
        Prediction prediction = judgement.prediction();
        String fatal = prediction.nodeIp().fatal();
        TextTable table = new TextTable()
                .row(words.ips().title(), "node-ip", config == null ? words.unknown() : joined(config.items("node-ip")))
                .row(
                        "",
                        words.ips().nextStart(),
                        fatal == null ? joined(judgement.predictedNodeIps()) : words.notStarting() + ": " + fatal)
                .row("", "kubelet", kubelet(prediction));
        CalicoOutcome calico = prediction.calico();
        if (calico != null) {
            table.row("", "Calico", calico.failure() == null ? calico(calico) : calico.failure());
        }
        return table.row("", "Node", node == null ? words.unknown() : list(node.internalIps()))
                .row(
                        "",
                        words.ips().recommended(),
                        joined(judgement.recommendedNodeIps().texts()));
    }

    private String kubelet(Prediction prediction) {
        String error = prediction.kubelet().error();
        return error == null ? list(prediction.kubelet().nodeIps()) : error;
    }

    private String calico(CalicoOutcome calico) {
        return joined(Stream.of(IpFamily.values())
                .map(calico::address)
                .filter(Objects::nonNull)
                .toList());
    }

    private String list(@Nullable IpList ips) {
        return ips == null ? words.unknown() : joined(ips.texts());
    }

    private String families(List<IpFamily> families) {
        return families.isEmpty()
                ? words.unknown()
                : families.stream().map(IpFamily::wire).collect(Collectors.joining(", "));
    }

    private String joined(List<String> items) {
        return items.isEmpty() ? words.none() : String.join(", ", items);
    }

    private void print(Finding finding) {
        String severity = finding.severity().wire().toUpperCase(Locale.ROOT);
        out.println();
        out.println(
                ink.verdict(Verdict.valueOf(finding.severity().name()), severity) + " " + ink.strong(finding.rule()));
        out.println("  " + texts.summary(finding.rule(), finding.evidence()));
        TextTable evidence = new TextTable();
        finding.evidence().forEach((name, value) -> evidence.row("  " + name, text(value)));
        evidence.lines().forEach(line -> out.println(ink.faint(line)));
        Remediation fix = finding.remediation();
        String how = texts.fix(finding.rule(), finding.evidence());
        if (!how.isEmpty()) {
            out.println("  -> " + how);
        }
        if (fix.file() != null) {
            out.println("     " + fix.file());
        }
        if (fix.snippet() != null) {
            fix.snippet().lines().forEach(each -> out.println("       " + ink.strong(each)));
        }
        if (fix.verify() != null) {
            out.println("     $ " + fix.verify());
        }
    }

    private static String text(Object value) {
        return value instanceof List<?> list
                ? list.stream().map(String::valueOf).collect(Collectors.joining(", "))
                : String.valueOf(value);
    }
}
