package io.dualsight.contract;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What runs on the node and how it started.
 *
 * @param calico how calico-node looks for its addresses; absent = not known
 * @param startup the service's last start; absent = not known
 * @param components component instances; empty where none was read
 * @param connectivity what was tried; empty where nothing was
 * @param resources the node's load; absent = not known
 * @param logLines lines that match the catalogue, new since the last report
 */
public record RuntimeFacts(
        @Nullable CalicoMethods calico,
        @Nullable StartupFacts startup,
        List<ComponentFacts> components,
        List<ConnectivityCheck> connectivity,
        @Nullable ResourceFacts resources,
        List<LogLine> logLines) {

    public RuntimeFacts {
        components = List.copyOf(components);
        connectivity = List.copyOf(connectivity);
        logLines = List.copyOf(logLines);
    }
}
