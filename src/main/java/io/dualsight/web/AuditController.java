package io.dualsight.web;

import io.dualsight.identity.AuditEntry;
import io.dualsight.identity.AuditLog;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The audit log over the API, for admins. */
@RestController
@Tag(name = "Audit")
class AuditController {
    private static final String HEADER = "id,at,actor,action,subject,address";

    /** A page of it, newest first. */
    record Entries(List<AuditEntry> items, @Nullable String nextCursor) {}

    private final AuditLog log;

    AuditController(AuditLog log) {
        this.log = log;
    }

    @GetMapping("/api/v1/audit")
    @Operation(summary = "Who did what: actor, action, from and to choose")
    Entries list(
            @Parameter(hidden = true) @RequestParam Map<String, String> parameters,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(defaultValue = "" + Long.MAX_VALUE) long cursor) {
        int most = TokenList.limit(limit);
        List<AuditEntry> found = log.newest(AuditLog.Wanted.of(parameters), cursor, most + 1);
        boolean more = found.size() > most;
        List<AuditEntry> items = more ? found.subList(0, most) : found;
        return new Entries(items, more ? Long.toString(items.get(most - 1).id()) : null);
    }

    @GetMapping("/api/v1/audit/check")
    @Operation(summary = "Whether any entry was changed or taken out since it was written")
    AuditLog.Check check() {
        return log.check();
    }

    @GetMapping(path = "/api/v1/exports/audit.csv", produces = "text/csv")
    @Operation(summary = "All entries that the parameters choose, as CSV")
    void export(@Parameter(hidden = true) @RequestParam Map<String, String> parameters, HttpServletResponse response)
            throws IOException {
        AuditLog.Wanted wanted = AuditLog.Wanted.of(parameters);
        CsvFile file = CsvFile.start(response, "dualsight-audit.csv", HEADER);
        log.stream(
                wanted,
                entry -> file.row(Arrays.asList(
                        entry.id(), entry.at(), entry.actor(), entry.action(), entry.subject(), entry.address())));
        file.end();
    }
}
