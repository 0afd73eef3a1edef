package io.dualsight.agent;

import io.dualsight.contract.ComponentFacts;
import java.io.IOException;
import java.nio.file.Files;
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

    private final HostFiles files;

    PodLogs(HostFiles files) {
        this.files = files;
    }

    /**
     * One container of one pod.
     *
     * @param component its name in reports
     * @param instance pod UID and container
     * @param link what the names of kubelet's links to its logs begin with
     * @param log its newest log file
     * @param restarts the number of the newest log, which counts restarts
     * @param whole whether that log begins with the container's start: it was not rotated yet
     */
    record Container(String component, String instance, String link, String log, int restarts, boolean whole) {}

    /** The containers that are known here; empty where the node has no pods. */
    List<Container> read() throws IOException {
        List<Container> found = new ArrayList<>();
        if (!files.exists(FOLDER)) {
            return found;
        }
        for (String pod : files.list(FOLDER)) {
            String[] parts = pod.split("_", 3);
            if (parts.length == 3) {
                read(pod, parts, found);
            }
        }
        return found;
    }

    private void read(String folder, String[] names, List<Container> found) throws IOException {
        String pod = names[1];
        for (String container : inside(FOLDER + "/" + folder)) {
            String component = ComponentFacts.OF_CONTAINERS.get(container);
            if (component == null || found.size() == MOST) {
                continue;
            }
            // Canal runs calico-node for policy alone: it looks for no address
            boolean canal = component.equals("calico-node") && pod.contains("canal");
            Container kind = new Container(
                    canal ? "canal" : component,
                    names[2] + "/" + container,
                    pod + "_" + names[0] + "_" + container,
                    FOLDER + "/" + folder + "/" + container,
                    -1,
                    false);
            Container newest = newest(kind);
            if (newest != null) {
                found.add(newest);
            }
        }
    }

    /** The names in a folder; none where it has gone since it was listed, or is a file that lies about. */
    private List<String> inside(String folder) throws IOException {
        try {
            return files.list(folder);
        } catch (UnreadableException e) {
            if (Files.isDirectory(files.at(folder))) {
                throw e;
            }
            return List.of();
        }
    }

    /** The newest life of a container whose {@code log} is its folder. */
    private @Nullable Container newest(Container folder) throws IOException {
        Map<Integer, Integer> logs = new HashMap<>();
        int newest = -1;
        for (String name : inside(folder.log())) {
            int dot = name.indexOf(".log");
            if (dot > 0 && dot < 9 && name.substring(0, dot).chars().allMatch(Character::isDigit)) {
                int number = Integer.parseInt(name.substring(0, dot));
                logs.merge(number, 1, Integer::sum);
                newest = Math.max(newest, number);
            }
        }
        boolean whole = logs.getOrDefault(newest, 0) == 1;
        return newest < 0
                ? null
                : new Container(
                        folder.component(),
                        folder.instance(),
                        folder.link(),
                        folder.log() + "/" + newest + ".log",
                        newest,
                        whole);
    }
}
