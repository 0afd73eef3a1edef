package io.dualsight.cluster;

import io.dualsight.contract.CalicoMethods;
import io.dualsight.contract.KubernetesFacts;
import org.jspecify.annotations.Nullable;

/**
 * A node as its API server shows it.
 *
 * @param kubernetes the Node object
 * @param calico from the Installation resource; absent = there is none, or it may not be read
 */
public record NodeView(KubernetesFacts kubernetes, @Nullable CalicoMethods calico) {}
