package io.dualsight.rule;

import io.dualsight.contract.ConfigFacts;
import io.dualsight.contract.IpAddress;
import io.dualsight.contract.IpFamily;
import io.dualsight.contract.IpList;
import io.dualsight.detect.KubeletOutcome;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the rules on node addresses ask of the lists of them. */
final class NodeIpLists {

    private static final String ARGUMENT = "node-ip=";

    private NodeIpLists() {}

    /** Whether every address is of that family. */
    static boolean allOf(IpList list, IpFamily family) {
        return list.addresses().stream().allMatch(each -> each.family() == family);
    }

    /** Whether the list is known and its first address is of that family. */
    static boolean firstIs(@Nullable IpList list, IpFamily family) {
        return list != null
                && list.first().filter(first -> first.family() == family).isPresent();
    }

    /** The addresses that the configuration or the detection gives to the node or to kubelet. */
    static Set<IpAddress> given(Situation situation) {
        Set<IpAddress> addresses = new LinkedHashSet<>();
        KubeletOutcome kubelet = situation.prediction().kubelet();
        Stream.of(
                        Optional.ofNullable(situation.choice().configured()),
                        Optional.ofNullable(situation.choice().effective()),
                        Optional.ofNullable(kubelet.nodeIps()))
                .flatMap(Optional::stream)
                .forEach(list -> addresses.addAll(list.addresses()));
        return addresses;
    }

    /** The items of a {@code node-ip} that a {@code kubelet-arg} sets, blanks trimmed. */
    static List<String> kubeletArgument(Situation situation) {
        ConfigFacts config = situation.config();
        if (config == null) {
            return List.of();
        }
        return config.values().getOrDefault("kubelet-arg", List.of()).stream()
                .map(each -> each.startsWith("--") ? each.substring(2) : each)
                .filter(each -> each.startsWith(ARGUMENT))
                .reduce((earlier, later) -> later)
                .map(each -> Stream.of(each.substring(ARGUMENT.length()).split(",", -1))
                        .map(String::trim)
                        .toList())
                .orElse(List.of());
    }

    /** Whether the configuration switches the embedded cloud controller off, which hands node addresses on. */
    static boolean withoutCloudController(Situation situation) {
        ConfigFacts config = situation.config();
        return config != null && config.enables("disable-cloud-controller");
    }

    /** The lists that are known, and the cluster's prefixes. */
    static Evidence evidence(Situation situation) {
        ConfigFacts config = situation.config();
        IpList effective = situation.choice().effective();
        IpList status = situation.statusIps();
        return Evidence.of("nodeIp", config == null ? null : config.text("node-ip"))
                .and("effectiveIps", effective == null ? null : effective.texts())
                .and("internalIps", status == null ? null : status.texts())
                .and("clusterCidr", situation.cluster().clusterCidr());
    }

    /** The interface that holds an address; absent where none does, or it is not known. */
    static @Nullable String device(Situation situation, IpAddress address) {
        return situation
                .network()
                .find(address)
                .map(place -> place.device().name())
                .orElse(null);
    }
}
