package io.dualsight.trend;

import java.util.Arrays;
import java.util.Optional;

/** From where to where a Ready time is measured ({@code domain.md} §6.1); samples of two methods never mix. */
public enum StartMethod {
    /** From systemd's start of the service to the Ready condition's transition. */
    SERVICE_START_TO_READY,
    /** From the Node object's creation to its first Ready. */
    JOIN_TO_READY,
    /** From the kernel's boot to Ready. */
    REBOOT_TO_READY,
    /** What kubelet's own {@code kubelet_node_startup_duration_seconds} says: boot to Ready of a new Node. */
    KUBELET_METRIC;

    /** The method of this name; empty where there is none. */
    public static Optional<StartMethod> of(String name) {
        return Arrays.stream(values()).filter(each -> each.name().equals(name)).findFirst();
    }
}
