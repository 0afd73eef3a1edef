package io.dualsight.detect;

import io.dualsight.contract.IpAddress;
import org.jspecify.annotations.Nullable;

/**
 * What the control plane on a server node is given (k3s {@code pkg/cli/server/server.go}).
 *
 * @param advertiseAddress kube-apiserver's; absent on agents, or where not known
 * @param advertiseSource the configuration key that it comes from, or {@code default route}; absent with the address
 * @param apiserverFatal why kube-apiserver does not start, word for word; absent = it starts, or not known
 * @param etcdLoopback where etcd and the supervisor listen, {@code 127.0.0.1} or {@code ::1}; absent on agents, or where
 *     not known
 */
public record ControlPlaneOutcome(
        @Nullable IpAddress advertiseAddress,
        @Nullable String advertiseSource,
        @Nullable String apiserverFatal,
        @Nullable String etcdLoopback) {

    static final ControlPlaneOutcome UNKNOWN = new ControlPlaneOutcome(null, null, null, null);
}
