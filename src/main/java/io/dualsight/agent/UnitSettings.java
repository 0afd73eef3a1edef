package io.dualsight.agent;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The settings of an installed agent, as environment variables of its unit. */
final class UnitSettings {

    /** Flags that go into them as they are. */
    private static final List<String> KEPT =
            List.of("server", "cluster", "node", "interval", "config-dir", "spool-max-bytes");

    private UnitSettings() {}

    /** The variables for what the flags say. */
    static Map<String, String> of(Flags flags, Settings.Target target) {
        Map<String, String> environment = new LinkedHashMap<>();
        for (String flag : KEPT) {
            flags.value(flag).ifPresent(value -> environment.put(variable(flag), value));
        }
        Path authorities = target.caFile();
        if (authorities != null) {
            environment.put(variable("ca-file"), authorities.toAbsolutePath().toString());
        }
        Path file = target.tokenFile();
        if (file != null || target.token() != null) {
            Path token = file == null ? Installation.here().token() : file.toAbsolutePath();
            environment.put(variable("token-file"), token.toString());
        }
        environment.put(variable("spool"), Installation.here().spool().toString());
        return environment;
    }

    private static String variable(String flag) {
        return "DUALSIGHT_" + flag.replace('-', '_').toUpperCase(Locale.ROOT);
    }

    /** As systemd reads it. */
    static String text(Map<String, String> environment) {
        StringBuilder text = new StringBuilder();
        environment.forEach((name, value) -> text.append(name)
                .append("=\"")
                .append(value.replace("\\", "\\\\").replace("\"", "\\\""))
                .append("\"\n"));
        return text.toString();
    }
}
