package io.dualsight.agent;

import io.dualsight.contract.ComponentFacts;
import io.dualsight.contract.StartupFacts;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How the distribution's service started: asked of systemd, or, where only its files can be seen, taken from the link
 * {@code /run/systemd/units/invocation:UNIT.service}, which systemd makes at each start and whose target is the
 * InvocationID.
 */
final class ServiceProbe {

    private static final String PROPERTIES = "--property=Id,ActiveState,SubState,ExecMainStartTimestamp,"
            + "ActiveEnterTimestamp,InvocationID,NRestarts,ExecMainStatus";
    /** As systemctl prints it with TZ=UTC: {@code Sun 2026-11-22 09:11:20 UTC}. */
    private static final Pattern TIME =
            Pattern.compile("\\w+ (\\d{4})-(\\d\\d)-(\\d\\d) (\\d\\d):(\\d\\d):(\\d\\d) UTC");

    private final HostFiles files;
    private final Programs programs;

    ServiceProbe(HostFiles files, Programs programs) {
        this.files = files;
        this.programs = programs;
    }

    /**
     * The service's last start.
     *
     * @param startup its times
     * @param component its state
     */
    record Service(StartupFacts startup, ComponentFacts component) {}

    /** The one of the units that ran last; {@code null} where none ever did. */
    @Nullable
    Service read(List<String> units) throws IOException {
        try {
            return asked(units);
        } catch (IOException systemctl) {
            for (String unit : units) {
                String link = "/run/systemd/units/invocation:" + unit + ".service";
                if (files.isLink(link)) {
                    return new Service(
                            startup(unit, files.changedAt(link), files.linkTarget(link)),
                            component(unit, files.linkTarget(link), Map.of(), files.changedAt(link)));
                }
            }
            throw systemctl;
        }
    }

    private @Nullable Service asked(List<String> units) throws IOException {
        List<String> command = new ArrayList<>(List.of("systemctl", "show", "--no-pager", PROPERTIES));
        units.forEach(unit -> command.add(unit + ".service"));
        Service found = null;
        for (String block : programs.output(command.toArray(String[]::new)).split("\n\\s*\n")) {
            Map<String, String> values = values(block);
            String unit = values.getOrDefault("Id", "").replaceAll("\\.service$", "");
            Instant startedAt = time(values.get("ExecMainStartTimestamp"));
            if (startedAt != null && units.contains(unit) && isLater(startedAt, found)) {
                String invocation = values.get("InvocationID");
                found = new Service(
                        startup(unit, startedAt, invocation), component(unit, invocation, values, startedAt));
            }
        }
        return found;
    }

    private static boolean isLater(Instant startedAt, @Nullable Service found) {
        return found == null || startedAt.isAfter(found.startup().serviceStartedAt());
    }

    private static Map<String, String> values(String block) {
        Map<String, String> values = new LinkedHashMap<>();
        Arrays.stream(block.split("\n"))
                .map(line -> line.split("=", 2))
                .filter(parts -> parts.length == 2 && !parts[1].isBlank())
                .forEach(parts -> values.put(parts[0].strip(), parts[1].strip()));
        return values;
    }

    private static @Nullable Instant time(@Nullable String text) {
        Matcher form = TIME.matcher(text == null ? "" : text);
        if (!form.matches()) {
            return null;
        }
        int[] numbers = new int[form.groupCount()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = Integer.parseInt(form.group(i + 1));
        }
        try {
            return LocalDateTime.of(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5])
                    .toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static StartupFacts startup(String unit, Instant startedAt, @Nullable String invocation) {
        return new StartupFacts(unit, startedAt, invocation, new TreeMap<>());
    }

    private static ComponentFacts component(
            String unit, @Nullable String invocation, Map<String, String> values, Instant startedAt) {
        String active = values.getOrDefault("ActiveState", "");
        // the units are of Type=notify: active says that the service called itself ready
        Boolean ready = active.isEmpty() ? null : active.equals("active");
        return new ComponentFacts(
                unit.startsWith("k3s") ? "k3s" : unit,
                invocation == null ? null : unit + "/" + invocation,
                "unit",
                new ComponentFacts.Status(
                        state(active, values.get("SubState")),
                        active.equals("active") ? null : values.get("SubState"),
                        active.equals("failed") ? number(values.get("ExecMainStatus")) : null,
                        number(values.get("NRestarts"))),
                new ComponentFacts.Times(
                        startedAt, ready, Boolean.TRUE.equals(ready) ? time(values.get("ActiveEnterTimestamp")) : null),
                active.equals("deactivating"),
                List.of());
    }

    private static String state(String active, @Nullable String sub) {
        return switch (active) {
            case "active", "reloading", "deactivating" -> "running";
            case "activating" -> "auto-restart".equals(sub) ? "waiting" : "running";
            case "failed", "inactive" -> "terminated";
            default -> "unknown";
        };
    }

    private static @Nullable Integer number(@Nullable String text) {
        return text == null || !text.matches("\\d{1,9}") ? null : Integer.valueOf(text);
    }
}
