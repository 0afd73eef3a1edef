package io.dualsight.web;

import io.dualsight.store.BadQueryException;
import io.dualsight.store.Criterion;
import io.dualsight.triage.FindingCriterion;
import io.dualsight.triage.FindingFilter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What people type into the search: words such as {@code is:stale rule:DUPLICATE_NODE_IP version:<1.31.5}, and the rest as
 * text to look for.
 */
final class FindingSearch {

    private static final Pattern WORD = Pattern.compile("([A-Za-z]+):(\\S+)");
    private static final Map<String, String> IS = Map.ofEntries(
            Map.entry("stale", "stale=true"),
            Map.entry("incorrect", "incorrectNodeIp=true"),
            Map.entry("assigned", "assigned=true"),
            Map.entry("unassigned", "assigned=false"));

    private FindingSearch() {}

    static boolean hasWords(String text) {
        return WORD.matcher(text).find();
    }

    /**
     * The parameters with the search's words in their places.
     *
     * @param me who {@code is:mine} means
     * @throws BadQueryException naming the first word that is none
     */
    static Map<String, String> expand(Map<String, String> parameters, String me) {
        Map<String, String> expanded = new LinkedHashMap<>(parameters);
        StringJoiner rest = new StringJoiner(" ");
        for (String word : parameters.getOrDefault("q", "").strip().split("\\s+")) {
            Matcher parts = WORD.matcher(word);
            if (parts.matches()) {
                expanded.putAll(words(parts.group(1), parts.group(2), me));
            } else {
                rest.add(word);
            }
        }
        expanded.put("q", rest.toString());
        return expanded;
    }

    private static Map<String, String> words(String name, String value, String me) {
        if (name.equals("is")) {
            return is(value, me);
        }
        boolean known = Stream.concat(
                        Stream.of(FindingCriterion.values()).map(FindingCriterion::parameter),
                        FindingFilter.OF_NODES.stream().map(Criterion::parameter))
                .anyMatch(name::equals);
        if (!known || name.equals("q")) {
            throw new BadQueryException("q", name + ":" + value, "words such as is:stale, rule:ID, version:<1.31.5");
        }
        return Map.of(name, value);
    }

    private static Map<String, String> is(String value, String me) {
        if (value.equals("mine")) {
            return Map.of("assignee", me);
        }
        String[] pair = IS.getOrDefault(value, "status=" + value).split("=");
        return new HashMap<>(Map.of(pair[0], pair[1]));
    }
}
