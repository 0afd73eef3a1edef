package io.dualsight.agent;

import io.dualsight.contract.ConfigFacts;
import io.dualsight.contract.Limits;
import io.dualsight.contract.TopLevelYaml;
import io.dualsight.contract.YamlException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The distribution's {@code config.yaml} and {@code config.yaml.d}, merged as k3s merges them
 * ({@code pkg/configfilearg/parser.go}): a later file replaces a key, and a key written with a {@code +} at its end
 * adds to it. Values of other keys than {@link ConfigFacts#KEYS} are not even kept in memory.
 */
final class ConfigProbe {

    private final HostFiles files;

    ConfigProbe(HostFiles files) {
        this.files = files;
    }

    /**
     * Reads the files below {@code folder}, such as {@code /etc/rancher/rke2}. Where there is none the configuration is
     * known to be empty.
     */
    ConfigFacts read(String folder) throws IOException {
        String source = folder + "/config.yaml";
        Map<String, List<String>> values = new LinkedHashMap<>();
        if (files.exists(source)) {
            merge(values, source);
        }
        String more = source + ".d";
        for (String name : files.exists(more) ? files.list(more) : List.<String>of()) {
            String lower = name.toLowerCase(Locale.ROOT);
            if (lower.endsWith(".yaml") || lower.endsWith(".yml")) {
                merge(values, more + "/" + name);
            }
        }
        return new ConfigFacts(source, values);
    }

    /** The arguments that kubeadm gives kubelet, {@code KUBELET_KUBEADM_ARGS="--node-ip=... ..."}. */
    ConfigFacts kubeadm() throws IOException {
        String source = "/var/lib/kubelet/kubeadm-flags.env";
        List<String> arguments = new ArrayList<>();
        for (String line : files.text(source).lines().toList()) {
            if (line.startsWith("KUBELET_KUBEADM_ARGS=")) {
                String value = line.substring(line.indexOf('=') + 1).strip().replaceAll("^[\"']|[\"']$", "");
                Arrays.stream(value.split("\\s+"))
                        .filter(each -> each.startsWith("--"))
                        .forEach(each -> arguments.add(Secrets.mask(each.substring(2))));
            }
        }
        return new ConfigFacts(source, arguments.isEmpty() ? Map.of() : Map.of("kubelet-arg", arguments));
    }

    private void merge(Map<String, List<String>> values, String file) throws IOException {
        List<TopLevelYaml.Entry> entries;
        try {
            entries = TopLevelYaml.read(files.text(file), key -> ConfigFacts.KEYS.contains(plain(key)));
        } catch (YamlException e) {
            throw new UnreadableException(file, String.valueOf(e.getMessage()));
        }
        for (TopLevelYaml.Entry entry : entries) {
            String key = plain(entry.key());
            // the one key whose value is free text
            List<String> masked = key.equals("kubelet-arg")
                    ? entry.values().stream().map(Secrets::mask).toList()
                    : entry.values();
            List<String> before = entry.key().equals(key) ? null : values.get(key);
            values.put(key, before == null ? masked : joined(before, masked));
        }
    }

    private static String plain(String key) {
        return key.endsWith("+") ? key.substring(0, key.length() - 1) : key;
    }

    private static List<String> joined(List<String> before, List<String> after) {
        List<String> all = new ArrayList<>(before);
        after.stream()
                .filter(each -> !each.isEmpty())
                .limit(Math.max(0, Limits.ENTRIES - all.size()))
                .forEach(all::add);
        return all;
    }
}
