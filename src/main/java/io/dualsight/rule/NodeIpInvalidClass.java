package io.dualsight.rule;

import io.dualsight.contract.IpAddress;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A node address is of a class that kubelet refuses or that names no host. */
final class NodeIpInvalidClass implements Rule {

    @Override
    public String id() {
        return "NODE_IP_INVALID_CLASS";
    }

    @Override
    public List<Draft> judge(Situation situation) {
        Set<IpAddress> given = NodeIpLists.given(situation);
        List<Draft> drafts = given.stream()
                .filter(address -> kind(address) != null)
                // kubelet does not start with an unspecified address in a pair, which is NODE_IP_BAD_LIST
                .filter(address -> !address.isUnspecified() || given.size() == 1)
                .map(address -> Draft.of(Severity.CRITICAL, address, evidence(situation, address), situation.pin()))
                .toList();
        return drafts.isEmpty() ? logged(situation) : drafts;
    }

    private static Evidence evidence(Situation situation, IpAddress address) {
        return Evidence.of("address", address)
                .and("class", kind(address))
                .and("kubeletError", situation.prediction().kubelet().error());
    }

    private static List<Draft> logged(Situation situation) {
        return situation
                .standing("kubelet-rejects")
                .filter(hit ->
                        hit.group(2).filter(text -> text.contains("can't be")).isPresent())
                .limit(1)
                .map(hit -> Draft.of(Severity.CRITICAL, "log", Evidence.of("log", hit.text()), situation.pin()))
                .toList();
    }

    /** The class that makes an address useless as a node IP; absent where there is none. */
    static @Nullable String kind(IpAddress address) {
        if (address.isLoopback()) {
            return "loopback";
        }
        if (address.isMulticast()) {
            return "multicast";
        }
        if (address.isLinkLocal()) {
            return "link-local";
        }
        return address.isUnspecified() ? "unspecified" : null;
    }
}
