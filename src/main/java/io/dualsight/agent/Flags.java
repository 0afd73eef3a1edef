package io.dualsight.agent;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The words of a command line: a command and flags, each of which may stand in the environment instead
 * ({@code --token-file} as {@code DUALSIGHT_TOKEN_FILE}). A flag wins over the environment.
 */
final class Flags {

    private static final String DEFAULT_COMMAND = "run";
    private static final Set<String> COMMANDS = Set.of("run", "report", "doctor", "install");
    private static final Set<String> SWITCHES = Set.of("once", "daemon", "json", "help", "version");
    private static final Set<String> VALUES = Set.of(
            "server",
            "cluster",
            "node",
            "token",
            "token-file",
            "interval",
            "spool",
            "spool-max-bytes",
            "host-root",
            "config-dir",
            "ca-file",
            "report",
            "language");

    private final String command;
    private final Map<String, String> given;
    private final Map<String, String> environment;

    private Flags(String command, Map<String, String> given, Map<String, String> environment) {
        this.command = command;
        this.given = given;
        this.environment = environment;
    }

    static Flags parse(List<String> words, Map<String, String> environment) throws UsageException {
        Map<String, String> given = new HashMap<>();
        Set<String> commands = new HashSet<>();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (!word.startsWith("-")) {
                commands.add(command(word, commands));
                continue;
            }
            String[] parts = word.split("=", 2);
            String name = name(parts[0]);
            if (SWITCHES.contains(name)) {
                given.put(name, parts.length == 2 ? parts[1] : "true");
            } else if (parts.length == 2) {
                given.put(name, parts[1]);
            } else if (i + 1 < words.size()) {
                given.put(name, words.get(++i));
            } else {
                throw new UsageException(parts[0], "missing", "a value after it");
            }
        }
        return new Flags(commands.stream().findFirst().orElse(DEFAULT_COMMAND), given, environment);
    }

    private static String command(String word, Set<String> before) throws UsageException {
        if (!COMMANDS.contains(word) || !before.isEmpty()) {
            throw new UsageException("command", word, "one of run, report, doctor, install");
        }
        return word;
    }

    private static String name(String flag) throws UsageException {
        String name = flag.equals("-h") ? "help" : flag.startsWith("--") ? flag.substring(2) : "";
        if (!SWITCHES.contains(name) && !VALUES.contains(name)) {
            throw new UsageException(flag, "unknown", "a flag that --help lists");
        }
        return name;
    }

    String command() {
        return command;
    }

    /** The flag's value, from the command line or else the environment; blank is as good as absent there. */
    Optional<String> value(String name) {
        String variable = "DUALSIGHT_" + name.replace('-', '_').toUpperCase(Locale.ROOT);
        return Optional.ofNullable(given.get(name))
                .or(() -> Optional.ofNullable(environment.get(variable)).filter(text -> !text.isBlank()));
    }

    /** Whether the flag stands on the command line itself. */
    boolean isGiven(String name) {
        return given.containsKey(name);
    }

    boolean isOn(String name) throws UsageException {
        String text = value(name).orElse("false");
        if (!Arrays.asList("true", "false").contains(text)) {
            throw new UsageException("--" + name, text, "true or false");
        }
        return text.equals("true");
    }
}
