package io.dualsight.detect;

import static io.dualsight.detect.Trace.why;

import io.dualsight.contract.ConfigFacts;
import io.dualsight.contract.IpAddress;
import io.dualsight.contract.IpFamily;
import io.dualsight.contract.IpList;
import io.dualsight.detect.TraceStep.Chooser;
import io.dualsight.detect.TraceStep.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which {@code --node-ip} kubelet gets (k3s {@code agent_linux.go}) and what it says of it. */
final class KubeletSearch {

    private static final String ARGUMENT = "node-ip=";

    private final ConfigFacts config;
    private final HostNetwork network;
    private final Trace trace;

    KubeletSearch(ConfigFacts config, HostNetwork network, Trace trace) {
        this.config = config;
        this.network = network;
        this.trace = trace;
    }

    KubeletOutcome search(IpList nodeIps) {
        String loopback = nodeIps.first().map(first -> loopback(first.family())).orElse(null);
        String argument = argument(config);
        if (argument == null
                && config.enables("disable-cloud-controller")
                && nodeIps.families().size() == 2) {
            trace.add(
                    Chooser.KUBELET, null, Outcome.NOTE, why("kubelet-not-told").with("value", nodeIps));
            return new KubeletOutcome(null, null, false, loopback, false);
        }
        IpList given = argument == null ? nodeIps : parsed(argument);
        return given.isEmpty()
                ? new KubeletOutcome(null, null, false, loopback, argument != null)
                : given(given, argument, loopback);
    }

    private KubeletOutcome given(IpList given, @Nullable String argument, @Nullable String loopback) {
        boolean byArgument = argument != null;
        Phrase why = why(byArgument ? "kubelet-arg" : "kubelet-told").with("value", given);
        trace.add(Chooser.KUBELET, null, Outcome.TAKEN, why);
        String bad = bad(given, argument == null ? given.toString() : argument);
        String error = bad == null ? invalid(given) : bad;
        if (error != null) {
            trace.add(Chooser.KUBELET, null, Outcome.FAILED, why("failed").with("error", error));
        }
        return new KubeletOutcome(given, error, bad != null, loopback, byArgument);
    }

    static String loopback(IpFamily family) {
        return family == IpFamily.IPV6 ? "::1" : "127.0.0.1";
    }

    /** The {@code node-ip} that a {@code kubelet-arg} sets, as written; the last one counts. */
    static @Nullable String argument(ConfigFacts config) {
        return config.values().getOrDefault("kubelet-arg", List.of()).stream()
                .map(each -> each.startsWith("--") ? each.substring(2) : each)
                .filter(each -> each.startsWith(ARGUMENT))
                .map(each -> each.substring(ARGUMENT.length()))
                .reduce((earlier, later) -> later)
                .orElse(null);
    }

    /** kubelet trims items and ignores those that are no address. */
    private static IpList parsed(String argument) {
        return new IpList(Stream.of(argument.split(",", -1))
                .map(String::trim)
                .map(IpAddress::parse)
                .flatMap(Optional::stream)
                .toList());
    }

    /** Why kubelet does not start with this list, which it quotes as it was written. */
    private static @Nullable String bad(IpList given, String written) {
        int size = given.addresses().size();
        String prefix = "bad --node-ip \"" + written + "\": ";
        if (size > 2 || size == 2 && given.families().size() == 1) {
            return prefix + "must contain either a single IP or a dual-stack pair of IPs";
        }
        boolean open = given.addresses().stream().anyMatch(IpAddress::isUnspecified);
        return size == 2 && open ? prefix + "dual-stack node IP cannot include '0.0.0.0' or '::'" : null;
    }

    private @Nullable String invalid(IpList given) {
        for (int i = 0; i < given.addresses().size(); i++) {
            String reason = invalid(given.addresses().get(i));
            if (reason != null) {
                return "failed to validate " + (i == 0 ? "nodeIP" : "secondaryNodeIP") + ": " + reason;
            }
        }
        return null;
    }

    /** kubelet's {@code validateNodeIP}. A single unspecified address means "autodetect" to kubelet and passes. */
    private @Nullable String invalid(IpAddress address) {
        if (address.isUnspecified()) {
            return null;
        }
        if (address.isLoopback()) {
            return "nodeIP can't be loopback address";
        }
        if (address.isMulticast()) {
            return "nodeIP can't be a multicast address";
        }
        if (address.isLinkLocal()) {
            return "nodeIP can't be a link-local unicast address";
        }
        boolean missing =
                network.knowsAll(address.family()) && network.find(address).isEmpty();
        return missing ? "node IP: \"" + address + "\" not found in the host's network interfaces" : null;
    }
}
