package io.dualsight.cluster;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Rendered manifests. */
record Manifests(List<HasMetadata> objects) {

    private static final KubernetesSerialization YAML = new KubernetesSerialization();

    static Manifests read(String yaml) {
        return new Manifests(Stream.of(yaml.split("(?m)^---.*$"))
                .filter(each -> !each.isBlank() && each.lines().anyMatch(line -> line.startsWith("kind:")))
                .map(each -> (HasMetadata) YAML.unmarshal(each))
                .toList());
    }

    <T> List<T> all(Class<T> kind) {
        return objects.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** What the console may do, by namespace; {@code ""} for the whole cluster. */
    Map<String, List<PolicyRule>> permissions() {
        Map<String, List<PolicyRule>> rules = new HashMap<>();
        all(ClusterRole.class)
                .forEach(role ->
                        rules.computeIfAbsent("", key -> new ArrayList<>()).addAll(role.getRules()));
        all(Role.class)
                .forEach(role -> rules.computeIfAbsent(role.getMetadata().getNamespace(), key -> new ArrayList<>())
                        .addAll(role.getRules()));
        return rules;
    }
}
