package io.dualsight.agent;

import io.dualsight.contract.CalicoMethods;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How calico-node looks for the node's addresses, from the environment of its process
 * ({@code node/pkg/lifecycle/startup}). Four variables of it are read and no other.
 */
final class CalicoProbe {

    private static final String NAME = "calico-node";

    private final HostFiles files;
    private @Nullable String known;

    CalicoProbe(HostFiles files) {
        this.files = files;
    }

    /** The methods; {@code null} where no such process is to be seen. */
    @Nullable
    CalicoMethods read() throws IOException {
        if (known == null || !isCalico(known)) {
            known = find();
        }
        if (known == null) {
            return null;
        }
        Map<String, String> values = new HashMap<>();
        for (String entry : files.text("/proc/" + known + "/environ").split("\0")) {
            String[] parts = entry.split("=", 2);
            if (parts.length == 2 && parts[0].matches("IP6?(_AUTODETECTION_METHOD)?")) {
                values.put(parts[0], parts[1]);
            }
        }
        // IPv4 is looked for unless told otherwise, IPv6 only where told so
        return new CalicoMethods(
                method(values.getOrDefault("IP", "autodetect"), values.get("IP_AUTODETECTION_METHOD")),
                method(values.getOrDefault("IP6", "none"), values.get("IP6_AUTODETECTION_METHOD")));
    }

    private @Nullable String find() throws IOException {
        for (String name : files.list("/proc")) {
            if (Character.isDigit(name.charAt(0)) && isCalico(name)) {
                return name;
            }
        }
        return null;
    }

    private boolean isCalico(String process) {
        try {
            return files.value("/proc/" + process + "/comm").equals(NAME);
        } catch (IOException e) {
            // it has ended
            return false;
        }
    }

    private static @Nullable String method(String address, @Nullable String method) {
        if (address.isEmpty() || address.equals("none")) {
            return "none";
        }
        if (!address.equals("autodetect")) {
            // a fixed address, for which the report has no word
            return null;
        }
        if (method == null || method.isEmpty()) {
            return "first-found";
        }
        return method.equals("kubernetes-internal-ip") ? "kubernetes" : method;
    }
}
