package io.dualsight.cluster;

import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.mockwebserver.http.RecordedRequest;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A request as RBAC sees it. */
record ApiRequest(String verb, String group, String namespace, String resource) {

    private static final Pattern PATH = Pattern.compile(
            "/(?:api|apis/(?<group>[^/]+))/v\\d\\w*"
                    + "(?:/namespaces/(?<namespace>[^/]+))?/(?<resource>[a-z]+)(?:/(?<name>[^/?]+))?(?:/\\w+)?(?:\\?(?<query>.*))?");

    /** {@code null} for what everybody may: the version, for one. */
    static ApiRequest of(RecordedRequest request) {
        Matcher path = PATH.matcher(request.getPath());
        if (!path.matches()) {
            return null;
        }
        return new ApiRequest(
                verb(request, path),
                orEmpty(path.group("group")),
                orEmpty(path.group("namespace")),
                path.group("resource"));
    }

    private static String verb(RecordedRequest request, Matcher path) {
        boolean watch = orEmpty(path.group("query")).contains("watch=true");
        return switch (request.getMethod()) {
            case "POST" -> "create";
            case "PUT" -> "update";
            case "PATCH" -> "patch";
            case "DELETE" -> "delete";
            default -> watch ? "watch" : path.group("name") == null ? "list" : "get";
        };
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }

    boolean isWatch() {
        return verb.equals("watch");
    }

    boolean isIn(Map<String, List<PolicyRule>> allowed) {
        return allows(allowed.getOrDefault("", List.of()))
                || !namespace.isEmpty() && allows(allowed.getOrDefault(namespace, List.of()));
    }

    private boolean allows(List<PolicyRule> rules) {
        return rules.stream()
                .anyMatch(rule -> rule.getVerbs().contains(verb)
                        && rule.getApiGroups().contains(group)
                        && rule.getResources().contains(resource));
    }

    /** In kube-apiserver's words. */
    String refusal() {
        return "%s is forbidden: User \"console\" cannot %s resource \"%s\" in API group \"%s\" %s"
                .formatted(
                        resource,
                        verb,
                        resource,
                        group,
                        namespace.isEmpty() ? "at the cluster scope" : "in the namespace \"" + namespace + "\"");
    }
}
