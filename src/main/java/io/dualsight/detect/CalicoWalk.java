package io.dualsight.detect;

import static io.dualsight.detect.Trace.why;

import io.dualsight.contract.InterfaceAddress;
import io.dualsight.contract.IpFamily;
import io.dualsight.contract.NetworkInterface;
import io.dualsight.detect.TraceStep.Chooser;
import io.dualsight.detect.TraceStep.Outcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** calico-node's {@code FilteredEnumeration}: the interfaces from the highest index down, the first fitting address. */
final class CalicoWalk {

    /**
     * What the walk came to.
     *
     * @param address as recorded; absent = none, or not known
     * @param known whether an absent address means that there is none
     */
    record Result(@Nullable String address, boolean known) {}

    private static final Result UNKNOWN = new Result(null, false);
    private static final Comparator<NetworkInterface> HIGHEST_INDEX_FIRST =
            Comparator.comparing(NetworkInterface::index, Comparator.nullsLast(Comparator.<Integer>reverseOrder()));

    private final HostNetwork network;
    private final IpFamily family;
    private final Trace trace;

    CalicoWalk(HostNetwork network, IpFamily family, Trace trace) {
        this.network = network;
        this.family = family;
        this.trace = trace;
    }

    Result walk(CalicoMethod method) {
        if (!network.knowsAll(family)) {
            step(Outcome.UNKNOWN, why("calico-interfaces-unknown"));
            return UNKNOWN;
        }
        List<NetworkInterface> candidates = new ArrayList<>();
        for (NetworkInterface device : network.interfaces()) {
            Boolean admitted = method.admits(device);
            if (admitted == null) {
                step(Outcome.UNKNOWN, why("calico-pattern-unknown").with("interface", device.name()));
                return UNKNOWN;
            }
            if (admitted) {
                candidates.add(device);
            } else if (device.of(family).anyMatch(each -> each.address().isGlobalUnicast())) {
                step(Outcome.PASSED_OVER, why("calico-excluded").with("interface", device.name()));
            }
        }
        return first(candidates, method);
    }

    private Result first(List<NetworkInterface> candidates, CalicoMethod method) {
        List<NetworkInterface> fitting = candidates.stream()
                .filter(device -> device.of(family).anyMatch(each -> method.admits(each.address())))
                .toList();
        if (fitting.isEmpty()) {
            step(Outcome.FAILED, why("calico-nothing").with("family", family.wire()));
            return new Result(null, true);
        }
        if (fitting.size() > 1 && fitting.stream().anyMatch(each -> each.index() == null)) {
            step(Outcome.UNKNOWN, why("calico-index-unknown"));
            return UNKNOWN;
        }
        List<NetworkInterface> ordered =
                fitting.stream().sorted(HIGHEST_INDEX_FIRST).toList();
        ordered.stream().skip(1).forEach(this::passOver);
        return first(ordered.get(0), method);
    }

    private void passOver(NetworkInterface device) {
        step(Outcome.PASSED_OVER, why("calico-lower-index").with("interface", device.name()));
    }

    private Result first(NetworkInterface device, CalicoMethod method) {
        List<InterfaceAddress> fitting =
                device.of(family).filter(each -> method.admits(each.address())).toList();
        if (fitting.size() > 1 && !network.ordered()) {
            step(Outcome.UNKNOWN, why("order-unknown").with("interface", device.name()));
            return UNKNOWN;
        }
        InterfaceAddress taken = fitting.get(0);
        step(Outcome.TAKEN, why("calico-taken").with("address", taken.cidr()).with("interface", device.name()));
        return new Result(taken.cidr(), true);
    }

    private void step(Outcome outcome, Phrase why) {
        trace.add(Chooser.CALICO, family, outcome, why);
    }
}
