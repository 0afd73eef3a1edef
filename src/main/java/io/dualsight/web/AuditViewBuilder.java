package io.dualsight.web;

import io.dualsight.identity.AuditEntry;
import io.dualsight.identity.AuditLog;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** Puts the audit log into a reader's words. */
final class AuditViewBuilder {
    static final int MOST = 50;

    private final Wording wording;
    private final AuditView.Asked asked;

    AuditViewBuilder(Wording wording, Map<String, String> parameters) {
        this.wording = wording;
        this.asked = new AuditView.Asked(
                text(parameters, "actor"),
                text(parameters, "action"),
                text(parameters, "from"),
                text(parameters, "to"));
    }

    /** Handed one entry more than are shown, it says where the list goes on. */
    AuditView build(
            @Nullable String problem, List<AuditEntry> found, List<String> actions, AuditLog.@Nullable Check check) {
        boolean more = found.size() > MOST;
        List<AuditEntry> shown = more ? found.subList(0, MOST) : found;
        String older = more
                ? address(AuditView.PATH)
                        .queryParam("before", shown.get(MOST - 1).id())
                        .encode()
                        .toUriString()
                : null;
        AuditView.Links links = new AuditView.Links(
                older,
                address("/api/v1/exports/audit.csv").encode().toUriString(),
                address("/api/v1/audit").encode().toUriString());
        return new AuditView(
                asked,
                problem,
                actions,
                shown.stream().map(this::item).toList(),
                check == null ? null : words(check),
                links);
    }

    private AuditView.Item item(AuditEntry entry) {
        return new AuditView.Item(
                wording.moment(entry.at()),
                entry.actor(),
                entry.action(),
                entry.subject() == null ? "" : entry.subject(),
                entry.address() == null ? "" : entry.address());
    }

    private AuditView.Check words(AuditLog.Check check) {
        Long broken = check.firstBroken();
        String text = broken == null
                ? wording.text("audit.whole", wording.number(check.entries()))
                : wording.text("audit.broken", Long.toString(broken));
        return new AuditView.Check(broken == null, text, check.head());
    }

    private UriComponentsBuilder address(String path) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        add(address, "actor", asked.actor());
        add(address, "action", asked.action());
        add(address, "from", asked.from());
        add(address, "to", asked.to());
        return address;
    }

    private static void add(UriComponentsBuilder address, String name, String value) {
        if (!value.isEmpty()) {
            address.queryParam(name, "{" + name + "}").uriVariables(Map.of(name, value));
        }
    }

    private static String text(Map<String, String> parameters, String name) {
        return parameters.getOrDefault(name, "").strip();
    }
}
