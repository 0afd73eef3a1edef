package io.dualsight.rule;

import io.dualsight.contract.IpAddress;
import java.util.ArrayList;
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
        List<Draft> drafts = new ArrayList<>();
        Set<IpAddress> given = NodeIpLists.given(situation);
        for (IpAddress address : given) {
            String kind = kind(address);
            // kubelet does not start with an unspecified address in a pair, which is NODE_IP_BAD_LIST
            if (kind != null && (!address.isUnspecified() || given.size() == 1)) {
                Evidence evidence = Evidence.of("address", address)
                        .and("class", kind)
                        .and("kubeletError", situation.prediction().kubelet().error());
                drafts.add(Draft.of(Severity.CRITICAL, address, evidence, situation.pin()));
            }
        }
        if (drafts.isEmpty()) {
            situation
                    .standing("kubelet-rejects")
                    .filter(hit -> hit.group(2)
                            .filter(text -> text.contains("can't be"))
                            .isPresent())
                    .findFirst()
                    .ifPresent(hit -> drafts.add(
                            Draft.of(Severity.CRITICAL, "log", Evidence.of("log", hit.text()), situation.pin())));
        }
        return drafts;
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
