package io.dualsight.agent;

import io.dualsight.contract.Json;
import io.dualsight.contract.MalformedJsonException;
import io.dualsight.contract.MalformedReportException;
import io.dualsight.contract.Report;
import io.dualsight.contract.ReportReader;
import io.dualsight.rule.Facts;
import io.dualsight.rule.Finding;
import io.dualsight.rule.Judgement;
import io.dualsight.rule.JudgementTree;
import io.dualsight.rule.RuleBook;
import io.dualsight.rule.Severity;
import io.dualsight.rule.Thresholds;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Judges a node where it stands, without a console: what is wrong, why, and what to change. */
final class Doctor {

    private static final int WARNING = 1;
    private static final int ERROR = 2;

    private final PrintStream out;
    private final Locale locale;

    Doctor(PrintStream out, Locale locale) {
        this.out = out;
        this.locale = locale;
    }

    /** Reads a report off a file. */
    static Report read(Path file) throws UsageException {
        try {
            if (Files.size(file) > HostFiles.WHOLE) {
                throw new UsageException("--report", file.toString(), "a report, which is no longer than 256 KiB");
            }
            return ReportReader.read(Json.read(Files.readAllBytes(file)), "");
        } catch (IOException e) {
            String why =
                    String.valueOf(UnreadableException.of(file.toString(), e).getMessage());
            throw new UsageException("--report", why, "a file that can be read");
        } catch (MalformedJsonException e) {
            throw new UsageException("--report", file + ", " + e.getMessage(), "JSON");
        } catch (MalformedReportException e) {
            throw new UsageException("--report", file + ", " + e.getMessage(), "a report of schemaVersion 1");
        }
    }

    /** Judges, prints, and gives the exit code: 2 for a critical or error finding, 1 for a warning, 0 otherwise. */
    int examine(Report report, boolean json) {
        Judgement judgement = new RuleBook(Thresholds.DEFAULT).judge(Facts.of(report));
        if (json) {
            out.print(Json.pretty(JudgementTree.of(judgement, locale)));
        } else {
            new DoctorSheet(out, locale, Ink.on(out)).print(report, judgement);
        }
        return exitCode(judgement.findings());
    }

    private static int exitCode(List<Finding> findings) {
        return findings.stream()
                .map(Finding::severity)
                .mapToInt(each -> each.compareTo(Severity.ERROR) >= 0 ? ERROR : each == Severity.WARNING ? WARNING : 0)
                .max()
                .orElse(0);
    }
}
