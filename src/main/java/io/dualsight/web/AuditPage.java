package io.dualsight.web;

import io.dualsight.identity.AuditLog;
import io.dualsight.identity.BadFieldsException;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The audit log, for admins: who did what, when and from where, and whether anybody changed the record of it. */
@Controller
class AuditPage {
    private static final String CHECK = "check";

    private final AuditLog log;
    private final Wordings wordings;

    AuditPage(AuditLog log, Wordings wordings) {
        this.log = log;
        this.wordings = wordings;
    }

    @GetMapping(AuditView.PATH)
    String page(
            @RequestParam Map<String, String> parameters,
            @RequestParam(defaultValue = "" + Long.MAX_VALUE) long before,
            Locale locale,
            Model model) {
        AuditLog.Wanted wanted = AuditLog.Wanted.of(Map.of());
        @Nullable String problem = null;
        try {
            wanted = AuditLog.Wanted.of(parameters);
        } catch (BadFieldsException e) {
            problem = e.getMessage();
        }
        AuditViewBuilder words = new AuditViewBuilder(wordings.in(locale), parameters);
        model.addAttribute(
                "view",
                words.build(
                        problem, log.newest(wanted, before, AuditViewBuilder.MOST + 1), log.actions(), (AuditLog.Check)
                                model.getAttribute(CHECK)));
        return "audit";
    }

    @PostMapping(AuditView.PATH + "/check")
    String check(RedirectAttributes next) {
        next.addFlashAttribute(CHECK, log.check());
        return "redirect:" + AuditView.PATH;
    }
}
