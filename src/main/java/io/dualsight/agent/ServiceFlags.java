package io.dualsight.agent;

import io.dualsight.contract.ConfigFacts;
import io.dualsight.contract.Limits;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The flags in the {@code ExecStart} of the distribution's unit, where the install script of k3s writes what it is
 * given ({@code curl … | sh -s - --node-ip=…}). They override {@code config.yaml}, lists too.
 *
 * <p>Of the environment ({@code K3S_…}, {@code RKE2_…}) nothing is read. A value that only systemd can fill in (a
 * variable or a specifier) makes the configuration unknown rather than wrong.
 */
final class ServiceFlags {

    /** Where units are found; the first wins. */
    private static final List<String> FOLDERS = List.of(
            "/etc/systemd/system/",
            "/run/systemd/system/",
            "/usr/local/lib/systemd/system/",
            "/usr/lib/systemd/system/");

    /** A variable or a specifier; doubled, either stands for itself. */
    private static final Pattern SYSTEMD = Pattern.compile("(?<![$%])(?:\\$\\$|%%)*(?:\\$(?!\\$)|%(?!%))");

    private final HostFiles files;

    ServiceFlags(HostFiles files) {
        this.files = files;
    }

    /** The configuration with the flags of the unit that is enabled here, else of the first that is installed. */
    ConfigFacts over(ConfigFacts config, List<String> units) throws IOException {
        String unit = installed(units);
        Map<String, List<String>> flags = unit == null ? Map.of() : flags(unit);
        if (flags.isEmpty()) {
            return config;
        }
        Map<String, List<String>> values = new LinkedHashMap<>(config.values());
        values.putAll(flags);
        return new ConfigFacts(config.source() + ConfigFacts.OVERRIDDEN_BY + unit + ".service", values);
    }

    private @Nullable String installed(List<String> units) {
        List<String> here = units.stream().filter(unit -> file(unit) != null).toList();
        return here.stream()
                .filter(unit -> files.isLink("/etc/systemd/system/multi-user.target.wants/" + unit + ".service"))
                .findFirst()
                .orElse(here.isEmpty() ? null : here.get(0));
    }

    private @Nullable String file(String unit) {
        return FOLDERS.stream()
                .map(folder -> folder + unit + ".service")
                .filter(files::exists)
                .findFirst()
                .orElse(null);
    }

    private Map<String, List<String>> flags(String unit) throws IOException {
        String file = file(unit);
        String command = file == null ? "" : command(file, "");
        for (String folder : FOLDERS) {
            String more = folder + unit + ".service.d";
            for (String name : files.exists(more) ? files.list(more) : List.<String>of()) {
                command = name.endsWith(".conf") ? command(more + "/" + name, command) : command;
            }
        }
        return flags(unit, words(command));
    }

    /** The last {@code ExecStart} of a file; what was before where it has none. */
    private String command(String file, String before) throws IOException {
        String text = files.text(file).replaceAll("\\\\\\r?\\n", " ");
        return text.lines()
                .map(String::strip)
                .filter(line -> line.startsWith("ExecStart="))
                .map(line -> line.substring("ExecStart=".length()))
                .reduce(before, (earlier, later) -> later);
    }

    /** The words of a command line, out of their quotes; by hand, since a pattern's stack grows with the line. */
    private static List<String> words(String command) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        char quote = 0;
        for (int at = 0; at < command.length(); at++) {
            char c = command.charAt(at);
            if (c == '\\' && at + 1 < command.length()) {
                word.append(command.charAt(++at));
            } else if (quote == 0 && (c == '"' || c == '\'')) {
                quote = c;
            } else if (c == quote) {
                quote = 0;
            } else if (quote != 0 || !Character.isWhitespace(c)) {
                word.append(c);
            } else if (word.length() > 0) {
                words.add(word.toString());
                word.setLength(0);
            }
        }
        words.add(word.toString());
        return words;
    }

    private static Map<String, List<String>> flags(String unit, List<String> words) throws UnreadableException {
        Map<String, List<String>> flags = new LinkedHashMap<>();
        for (int at = 0; at < words.size(); at++) {
            String[] parts = words.get(at).split("=", 2);
            String key = key(parts[0]);
            if (key != null) {
                boolean apart = parts.length == 1 && !key.equals("disable-cloud-controller") && at + 1 < words.size();
                String value = parts.length == 2 ? parts[1] : apart ? words.get(++at) : "true";
                add(flags.computeIfAbsent(key, any -> new ArrayList<>()), plain(unit, key, value));
            }
        }
        return flags;
    }

    private static String plain(String unit, String key, String value) throws UnreadableException {
        if (SYSTEMD.matcher(value).find() || value.length() > Limits.TEXT) {
            String why = value.length() > Limits.TEXT ? " is too long" : " has a value that only systemd knows";
            throw new UnreadableException(unit + ".service", "--" + key + why);
        }
        return Secrets.mask(value.replace("%%", "%").replace("$$", "$"));
    }

    private static void add(List<String> values, String value) {
        if (values.size() < Limits.ENTRIES) {
            values.add(value);
        }
    }

    /** The key that a flag sets; {@code null} for a word that is no flag, and for one whose value stays here. */
    private static @Nullable String key(String word) {
        String name = word.replaceFirst("^--?", "");
        if (name.length() == word.length()) {
            return null;
        }
        // the short form that k3s and RKE2 give node-ip
        String key = word.equals("-i") ? "node-ip" : name;
        return ConfigFacts.KEYS.contains(key) ? key : null;
    }
}
