package io.dualsight.cluster;

import io.dualsight.Visitor;
import io.dualsight.contract.Json;
import io.fabric8.kubernetes.api.model.NodeAddress;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One node of a test's own: in its cluster, and as a running console shows it. */
final class NodeInConsole {

    static final String[] ADMIN = {"Authorization", "Bearer dsp_admin"};

    final String name = "node-" + UUID.randomUUID().toString().substring(0, 8);
    final Visitor visitor;
    private final MockApi api;

    NodeInConsole(MockApi api, int port) {
        this.api = api;
        this.visitor = new Visitor(port);
    }

    @SuppressWarnings("unchecked")
    Map<String, Object> json(String path) {
        return (Map<String, Object>) Json.read(visitor.get(path, ADMIN).body());
    }

    String page(String path) {
        return visitor.get(path).body();
    }

    @SuppressWarnings("unchecked")
    Map<String, Object> status() {
        Map<String, Object> whole = json("/api/v1/nodes/test/" + name);
        return whole.get("status") instanceof Map<?, ?> status ? (Map<String, Object>) status : Map.of();
    }

    String rules() {
        return String.valueOf(status().get("rules"));
    }

    Object kubernetesIps() {
        return status().get("nodeIp") instanceof Map<?, ?> ips ? ips.get("kubernetes") : null;
    }

    /** Its object and the Pod of its agent are made. */
    void join(String... ips) {
        api.admin().nodes().resource(ApiObjects.node(name, ips)).create();
        api.admin()
                .pods()
                .resource(ApiObjects.pod("dualsight", "agent-" + name.substring(5), name, 0))
                .create();
    }

    void address(String ip) {
        api.admin().nodes().withName(name).editStatus(found -> {
            found.getStatus().setAddresses(List.of(new NodeAddress(ip, "InternalIP")));
            return found;
        });
    }

    String[] token(String audience) {
        return new String[] {
            "Authorization",
            "Bearer " + api.token("dualsight", "dualsight-agent", audience, "agent-" + name.substring(5))
        };
    }
}
