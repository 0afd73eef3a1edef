package io.dualsight.identity;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.condition.PathPatternsRequestCondition;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** A method and a path pattern that some handler takes. */
record MappedRoute(String method, String pattern) implements Comparable<MappedRoute> {
    /** With its own pattern behind a colon, where it has one. */
    private static final Pattern VARIABLE = Pattern.compile("\\{\\*?(\\w+)(?::(?:\\{[^}]*}|[^{}])*)?}");

    private static final Pattern VERSION = Pattern.compile("(?<=/)\\d+(\\.\\d+)+(?=/)");

    static Collection<MappedRoute> all(ApplicationContext context) {
        Set<MappedRoute> routes = new TreeSet<>();
        context.getBeansOfType(RequestMappingInfoHandlerMapping.class).values().stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .flatMap(MappedRoute::of)
                .forEach(routes::add);
        // Files: what is below these patterns is served by name.
        context.getBeansOfType(AbstractUrlHandlerMapping.class).values().stream()
                .flatMap(mapping -> mapping.getPathPatternHandlerMap().keySet().stream())
                .map(pattern -> new MappedRoute(
                        "GET", VERSION.matcher(pattern.getPatternString()).replaceAll("{version}")))
                .forEach(routes::add);
        return routes;
    }

    private static Stream<MappedRoute> of(RequestMappingInfo info) {
        PathPatternsRequestCondition paths = info.getPathPatternsCondition();
        Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
        Collection<String> names = methods.isEmpty()
                ? List.of("GET")
                : methods.stream().map(RequestMethod::name).toList();
        return paths.getPatternValues().stream()
                .flatMap(pattern -> names.stream().map(name -> new MappedRoute(name, pattern)));
    }

    /** An address that the pattern takes: a node and a finding that exist, and nothing else that does. */
    String address(long finding) {
        String path = pattern.isEmpty() ? "/" : pattern;
        String id = path.contains("/findings/{id") ? Long.toString(finding) : "0";
        Map<String, String> known = Map.of("cluster", "edge", "node", "route-node", "id", id);
        return VARIABLE.matcher(path)
                .replaceAll(variable -> known.getOrDefault(variable.group(1), "x"))
                .replaceAll("\\*+", "x");
    }

    @Override
    public int compareTo(MappedRoute other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return "%-6s %s".formatted(method, pattern);
    }
}
