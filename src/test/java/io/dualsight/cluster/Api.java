package io.dualsight.cluster;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** An API server that tests do as they like with: Fabric8's mock, or a real one. */
interface Api extends AutoCloseable {

    /** How the console gets in, with the permissions of {@link #allow}. */
    Path kubeconfig();

    /** Somebody who may do everything, whether the console can reach the server or not. */
    KubernetesClient admin();

    /**
     * What the console may do from now on.
     *
     * @param namespaced rules by the namespace that they are good for; {@code ""} for the whole cluster
     */
    void allow(Map<String, List<PolicyRule>> namespaced);

    /** Goes away, for the console. */
    void stop();

    /** Comes back at the same address, and remembers no history. */
    void startCompacted();

    /**
     * A ServiceAccount's token.
     *
     * @param pod in the account's namespace that it is bound to
     */
    String token(String namespace, String account, String audience, String pod);

    /** Makes an object where there is none of its name. */
    default void ensure(HasMetadata object) {
        if (admin().resource(object).get() == null) {
            admin().resource(object).create();
        }
    }

    @Override
    void close();
}
