package io.dualsight.detect;

import io.dualsight.contract.IpFamily;
import org.jspecify.annotations.Nullable;

/**
 * One step of a choice: a candidate that was looked at, and why it was taken or passed over.
 *
 * @param chooser who chose
 * @param family the family that was looked for; absent where the step is about both
 * @param outcome what became of the candidate
 * @param why the reason, with the candidate among its values
 */
public record TraceStep(Chooser chooser, @Nullable IpFamily family, Outcome outcome, Phrase why) {

    /** Whose choice a step belongs to. */
    public enum Chooser {
        /** k3s or RKE2, choosing the node's addresses. */
        NODE_IP,
        /** The server, choosing what kube-apiserver advertises. */
        ADVERTISE,
        KUBELET,
        CALICO,
        FLANNEL
    }

    /** What became of a candidate. */
    public enum Outcome {
        TAKEN,
        PASSED_OVER,
        /** The choice ended here with an error. */
        FAILED,
        /** A missing fact hides how the choice goes on. */
        UNKNOWN,
        /** Something that shaped the choice without being a candidate. */
        NOTE
    }
}
