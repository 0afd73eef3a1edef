package io.dualsight.web;

import io.dualsight.store.Criterion;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What people type into the search of nodes: words such as {@code is:stale family:ipv6-only version:<1.31.5}, and the rest
 * as text to look for. What begins like no criterion is such text, too: addresses have colons of their own.
 */
final class NodeSearch {

    private static final Pattern WORD = Pattern.compile("([A-Za-z]+):(\\S+)");
    private static final Map<String, String> IS = Map.of(
            "stale", Criterion.STALE.parameter(),
            "incorrect", Criterion.INCORRECT_NODE_IP.parameter());

    private NodeSearch() {}

    static boolean hasWords(String text) {
        return Stream.of(text.strip().split("\\s+")).anyMatch(word -> isWord(WORD.matcher(word)));
    }

    /** The parameters with the search's words in their places; a word counts more than a field. */
    static Map<String, String> expand(Map<String, String> parameters) {
        String text = parameters.getOrDefault(Criterion.Q.parameter(), "");
        if (!hasWords(text)) {
            return parameters;
        }
        Map<String, String> expanded = new LinkedHashMap<>(parameters);
        StringJoiner rest = new StringJoiner(" ");
        for (String word : text.strip().split("\\s+")) {
            Matcher parts = WORD.matcher(word);
            if (!isWord(parts)) {
                rest.add(word);
            } else if (parts.group(1).equals("is")) {
                expanded.put(IS.get(parts.group(2)), "true");
            } else {
                expanded.put(parts.group(1), parts.group(2));
            }
        }
        expanded.put(Criterion.Q.parameter(), rest.toString());
        return expanded;
    }

    private static boolean isWord(Matcher parts) {
        return parts.matches()
                && (parts.group(1).equals("is") ? IS.containsKey(parts.group(2)) : isCriterion(parts.group(1)));
    }

    private static boolean isCriterion(String name) {
        return Stream.of(Criterion.values())
                .filter(each -> each != Criterion.Q)
                .anyMatch(each -> each.parameter().equals(name));
    }
}
