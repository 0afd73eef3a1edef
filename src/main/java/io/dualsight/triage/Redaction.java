package io.dualsight.triage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes out of a report what a stranger must not read, and leaves what the rules look at. */
final class Redaction {

    /** An IPv4 address may stand between colons, as in {@code inet addr:10.0.0.1} and before a port; groups may not. */
    private static final Pattern ADDRESS = Pattern.compile(
            "(?:(?<![0-9A-Za-z.:])[0-9A-Fa-f]{0,4}(?::[0-9A-Fa-f]{0,4}){2,7}(?:\\d{1,3}(?:\\.\\d{1,3}){3})?(?![0-9A-Za-z:])"
                    + "|(?<![0-9A-Za-z.])\\d{1,3}(?:\\.\\d{1,3}){3}(?![0-9A-Za-z]))(?!\\.\\d)(?:/(\\d{1,3}))?");
    /** As clouds name hosts. */
    private static final Pattern DASHED = Pattern.compile("(?i)\\bip-(\\d{1,3}-\\d{1,3}-\\d{1,3}-\\d{1,3})(?![\\d-])");

    private static final Pattern UUID =
            Pattern.compile("(?i)[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Pattern NAMED =
            Pattern.compile("(?i)((?:token|password|passwd|secret|api[_-]?key|authorization|bearer|credential)s?"
                    + "[\"']?\\s*[=:]\\s*[\"']?(?:bearer\\s+)?|\\bbearer\\s+)[^\\s\"',;]+");
    /** Long words of letters and digits mixed: keys, hashes and tokens are such, words of people are not. */
    private static final Pattern LONG = Pattern.compile(
            "(?<![A-Za-z0-9+/_.=-])(?=[A-Za-z0-9+/_.=-]*[0-9])(?=[A-Za-z0-9+/_.=-]*[A-Za-z])[A-Za-z0-9+/_=-]{20,}"
                    + "(?:\\.[A-Za-z0-9+/_=-]+)*");

    private static final String HIDDEN = "REDACTED";

    private final Pseudonyms pseudonyms;
    private final Map<String, String> names = new LinkedHashMap<>();
    private final Map<String, String> uuids = new LinkedHashMap<>();

    Redaction(Pseudonyms pseudonyms) {
        this.pseudonyms = pseudonyms;
    }

    /** From here on this name is called that; short ones would be found in every word. */
    void rename(@Nullable String name, String other) {
        if (name != null && name.length() > 2) {
            names.putIfAbsent(name, other);
        }
    }

    /** A tree of JSON with other names. */
    @Nullable
    Object tree(@Nullable Object tree) {
        if (tree instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> copy = new LinkedHashMap<>();
            map.forEach((name, value) -> copy.put(text((String) name), tree(value)));
            return copy;
        }
        if (tree instanceof List<?> list) {
            List<@Nullable Object> copy = new ArrayList<>();
            list.forEach(each -> copy.add(tree(each)));
            return copy;
        }
        return tree instanceof String text ? text(text) : tree;
    }

    String text(String text) {
        String safe = NAMED.matcher(text).replaceAll(found -> found.group(1).replace("$", "\\$") + HIDDEN);
        safe = UUID.matcher(safe).replaceAll(found -> uuid(found.group()));
        safe = ADDRESS.matcher(safe).replaceAll(this::address);
        safe = DASHED.matcher(safe).replaceAll(this::dashed);
        for (Map.Entry<String, String> name : names.entrySet()) {
            safe = safe.replaceAll(
                    "(?i)(?<![A-Za-z0-9])" + Pattern.quote(name.getKey()) + "(?![A-Za-z0-9])", name.getValue());
        }
        return LONG.matcher(safe).replaceAll(found -> keeps(found.group()) ? quoted(found.group()) : HIDDEN);
    }

    /** Paths are long words too. */
    private static boolean keeps(String word) {
        return UUID.matcher(word).matches() || word.matches("(?:/[a-z0-9_-]{1,30})+(?:\\.[a-z]{1,10})*");
    }

    private String address(MatchResult found) {
        String prefix = found.group(1);
        String address = prefix == null
                ? found.group()
                : found.group().substring(0, found.group().length() - prefix.length() - 1);
        String behind = prefix == null ? "" : "/" + prefix;
        return quoted(pseudonyms
                .of(address, prefix == null ? -1 : Integer.parseInt(prefix))
                .map(other -> other + behind)
                .orElse(found.group()));
    }

    private String dashed(MatchResult found) {
        return quoted(pseudonyms
                .of(found.group(1).replace('-', '.'), -1)
                .map(other -> "ip-" + other.replace('.', '-'))
                .orElse(found.group()));
    }

    private static String quoted(String text) {
        return text.replace("\\", "\\\\").replace("$", "\\$");
    }

    private String uuid(String found) {
        return uuids.computeIfAbsent(
                found.toLowerCase(Locale.ROOT), each -> "00000000-0000-4000-8000-%012d".formatted(uuids.size() + 1));
    }
}
