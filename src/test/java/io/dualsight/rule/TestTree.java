package io.dualsight.rule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A report's JSON tree, and the way to its parts. */
abstract class TestTree {

    private final Map<String, Object> tree;

    TestTree(Map<String, Object> tree) {
        this.tree = tree;
    }

    final Map<String, Object> tree() {
        return tree;
    }

    final Map<String, Object> section(String name) {
        return child(tree, name);
    }

    final List<Object> list(String name) {
        return items(tree, name);
    }

    final Map<String, Object> device(String name) {
        return list("interfaces").stream()
                .map(TestTree::map)
                .filter(each -> each.get("name").equals(name))
                .findFirst()
                .orElseThrow();
    }

    static Map<String, Object> child(Map<String, Object> parent, String name) {
        return map(parent.computeIfAbsent(name, key -> new LinkedHashMap<>()));
    }

    @SuppressWarnings("unchecked")
    static List<Object> items(Map<String, Object> parent, String name) {
        return (List<Object>) parent.computeIfAbsent(name, key -> new ArrayList<>());
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(Object tree) {
        return (Map<String, Object>) tree;
    }
}
