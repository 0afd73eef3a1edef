package io.dualsight.rule;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One rule that found something on one node.
 *
 * @param rule its stable id, such as {@code NODE_IP_NOT_ON_HOST}
 * @param severity how bad it is here
 * @param evidence what was seen and what was expected, by name, in order; values are strings or lists of strings
 * @param remediation what to change
 */
public record Finding(String rule, Severity severity, Map<String, Object> evidence, Remediation remediation) {

    public Finding {
        Map<String, Object> copy = new LinkedHashMap<>();
        evidence.forEach((name, value) -> copy.put(name, frozen(rule, name, value)));
        evidence = Collections.unmodifiableMap(copy);
    }

    private static Object frozen(String rule, String name, Object value) {
        if (value instanceof List<?> list) {
            List<String> texts = new ArrayList<>();
            list.forEach(each -> texts.add((String) frozen(rule, name, each)));
            return Collections.unmodifiableList(texts);
        }
        if (value instanceof String) {
            return value;
        }
        throw new IllegalArgumentException(
                "evidence " + name + " of " + rule + " is a string or a list of strings, not " + value);
    }
}
