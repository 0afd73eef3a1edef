package io.dualsight.detect;

import io.dualsight.contract.IpList;
import org.jspecify.annotations.Nullable;

/**
 * What kubelet is given and makes of it (component-helpers {@code node/util/ips.go}, kubelet {@code nodestatus}).
 *
 * @param nodeIps its {@code --node-ip}; absent = not given, or not known
 * @param error kubelet's complaint, word for word; absent = none, or not known
 * @param startFails whether that error keeps kubelet from starting; a failed validation only leaves the Node without
 *     addresses
 * @param loopback where its health endpoint listens, {@code 127.0.0.1} or {@code ::1}; absent = not known
 * @param fromKubeletArg whether a {@code kubelet-arg} replaced the distribution's own {@code --node-ip}
 */
public record KubeletOutcome(
        @Nullable IpList nodeIps,
        @Nullable String error,
        boolean startFails,
        @Nullable String loopback,
        boolean fromKubeletArg) {

    static final KubeletOutcome UNKNOWN = new KubeletOutcome(null, null, false, null, false);
}
