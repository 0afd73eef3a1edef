package io.dualsight.web;

import io.dualsight.contract.Json;
import io.dualsight.identity.Caller;
import io.dualsight.triage.Bundles;
import io.dualsight.triage.Findings;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Evidence bundles for a vendor's issue, under other names, as files to keep. */
@RestController
class BundleController {

    private static final MediaType MARKDOWN = MediaType.parseMediaType("text/markdown;charset=UTF-8");

    private final Findings findings;
    private final Bundles bundles;

    BundleController(Findings findings, Bundles bundles) {
        this.findings = findings;
        this.bundles = bundles;
    }

    @GetMapping({"/findings/{id:\\d{1,18}}/bundle.json", "/api/v1/findings/{id:\\d{1,18}}/bundle.json"})
    ResponseEntity<String> json(@PathVariable long id, @AuthenticationPrincipal Caller.Person person) {
        return file(id, "json", MediaType.APPLICATION_JSON, Json.pretty(bundle(id, person)));
    }

    @GetMapping({"/findings/{id:\\d{1,18}}/bundle.md", "/api/v1/findings/{id:\\d{1,18}}/bundle.md"})
    ResponseEntity<String> markdown(@PathVariable long id, @AuthenticationPrincipal Caller.Person person) {
        return file(id, "md", MARKDOWN, markdown(bundle(id, person)));
    }

    private Map<String, @Nullable Object> bundle(long id, Caller.Person person) {
        return findings.find(person, id)
                .flatMap(bundles::of)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static ResponseEntity<String> file(long id, String ending, MediaType type, String text) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"dualsight-finding-" + id + "." + ending + "\"")
                .body(text);
    }

    /** An issue's text: what was found, then everything. */
    private static String markdown(Map<String, @Nullable Object> bundle) {
        Map<?, ?> finding = (Map<?, ?>) bundle.getOrDefault("finding", Map.of());
        StringBuilder text = new StringBuilder("# " + finding.get("rule") + "\n\n");
        finding.forEach((name, value) ->
                text.append("- ").append(name).append(": ").append(value).append('\n'));
        Map<?, ?> judgement = (Map<?, ?>) bundle.getOrDefault("judgement", Map.of());
        text.append("- verdict: ").append(judgement.get("verdict")).append("\n\n## Findings\n\n");
        List<?> findings = judgement.get("findings") instanceof List<?> list ? list : List.of();
        for (Object each : findings) {
            Map<?, ?> found = (Map<?, ?>) each;
            text.append("- **")
                    .append(found.get("rule"))
                    .append("** ")
                    .append(found.get("summary"))
                    .append('\n');
        }
        return text + "\n## Report\n\nAddresses and names are replaced, each always by the same.\n\n```json\n"
                + Json.pretty(bundle.get("report")) + "\n```\n";
    }
}
