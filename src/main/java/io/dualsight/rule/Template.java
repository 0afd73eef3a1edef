package io.dualsight.rule;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A text with places for values: {@code {name}}. What stands between {@code [[} and {@code ]]} is left out where a value
 * in it is missing; {@code {?name}} only asks whether it is there.
 */
final class Template {

    private static final Pattern OPTIONAL = Pattern.compile("\\[\\[(.*?)\\]\\]");
    private static final Pattern PLACE = Pattern.compile("\\{(\\??)([A-Za-z0-9]+)\\}");
    private static final String MISSING = "–";

    private Template() {}

    static String fill(String template, Map<String, ?> values) {
        String chosen = OPTIONAL.matcher(template).replaceAll(match -> {
            String inner = match.group(1);
            return Matcher.quoteReplacement(names(inner).stream().allMatch(values::containsKey) ? inner : "");
        });
        return PLACE.matcher(chosen).replaceAll(match -> {
            Object value = values.get(match.group(2));
            return match.group(1).isEmpty() ? Matcher.quoteReplacement(text(value)) : "";
        });
    }

    /** The names of all places. */
    static List<String> names(String template) {
        return PLACE.matcher(template).results().map(match -> match.group(2)).toList();
    }

    private static String text(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(String::valueOf).collect(Collectors.joining(", "));
        }
        return value == null ? MISSING : value.toString();
    }
}
