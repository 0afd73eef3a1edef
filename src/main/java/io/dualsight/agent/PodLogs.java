package io.dualsight.agent;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The containers of this product's interest by kubelet's log folders,
 * {@code /var/log/pods/<namespace>_<pod>_<uid>/<container>/<restart>.log}, which need no access to the API or the
 * container runtime.
 */
final class PodLogs {

    private static final String FOLDER = "/var/log/pods";
    private static final int MOST = 100;

    /** Containers and the component that each is. */
    private static final Map<String, String> COMPONENTS = Map.ofEntries(
            Map.entry("calico-node", "calico-node"),
            Map.entry("calico-typha", "calico-typha"),
            Map.entry("kube-flannel", "flannel"),
            Map.entry("cilium-agent", "cilium-agent"),
            Map.entry("etcd", "etcd"),
            Map.entry("kube-apiserver", "kube-apiserver"),
            Map.entry("kube-controller-manager", "kube-controller-manager"),
            Map.entry("cloud-controller-manager", "cloud-controller-manager"),
            Map.entry("kube-scheduler", "kube-scheduler"),
            Map.entry("kube-proxy", "kube-proxy"));

    private final HostFiles files;

    PodLogs(HostFiles files) {
        this.files = files;
    }

    /**
     * One container of one pod.
     *
     * @param component its name in reports
     * @param instance pod UID and container
     * @param log its newest log file
     * @param restarts the number of the newest log, which counts restarts
     * @param whole whether that log begins with the container's start: it was not rotated yet
     */
    record Container(String component, String instance, String log, int restarts, boolean whole) {}

    /** The containers that are known here; empty where the node has no pods. */
    List<Container> read() throws IOException {
        List<Container> found = new ArrayList<>();
        if (!files.exists(FOLDER)) {
            return found;
        }
        for (String pod : files.list(FOLDER)) {
            String[] parts = pod.split("_", 3);
            if (parts.length == 3) {
                read(pod, parts[1], parts[2], found);
            }
        }
        return found;
    }

    private void read(String folder, String pod, String uid, List<Container> found) throws IOException {
        for (String container : files.list(FOLDER + "/" + folder)) {
            String component = COMPONENTS.get(container);
            if (component == null || found.size() == MOST) {
                continue;
            }
            // Canal runs calico-node for policy alone: it looks for no address
            boolean canal = component.equals("calico-node") && pod.contains("canal");
            Container newest =
                    newest(canal ? "canal" : component, uid + "/" + container, FOLDER + "/" + folder + "/" + container);
            if (newest != null) {
                found.add(newest);
            }
        }
    }

    private @Nullable Container newest(String component, String instance, String folder) throws IOException {
        Map<Integer, Integer> files = new HashMap<>();
        int newest = -1;
        for (String name : this.files.list(folder)) {
            int dot = name.indexOf(".log");
            if (dot > 0 && dot < 9 && name.substring(0, dot).chars().allMatch(Character::isDigit)) {
                int number = Integer.parseInt(name.substring(0, dot));
                files.merge(number, 1, Integer::sum);
                newest = Math.max(newest, number);
            }
        }
        return newest < 0
                ? null
                : new Container(
                        component,
                        instance,
                        folder + "/" + newest + ".log",
                        newest,
                        files.getOrDefault(newest, 0) == 1);
    }
}
