package io.dualsight.cluster;

import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;

/** What is watched of a cluster, and where what is seen goes. */
final class FeedPlans {

    private static final ResourceDefinitionContext INSTALLATIONS = new ResourceDefinitionContext.Builder()
            .withGroup("operator.tigera.io")
            .withVersion("v1")
            .withKind("Installation")
            .withPlural("installations")
            .withNamespaced(false)
            .build();

    private final Observed observed;

    FeedPlans(Observed observed) {
        this.observed = observed;
    }

    Feed.Plan<Node> nodes() {
        return new Feed.Plan<>(
                "nodes",
                KubernetesClient::nodes,
                Node::new,
                (key, node) -> observed.node(node.getMetadata().getName(), NodeReader.read(node)),
                observed::nodeGone);
    }

    Feed.Plan<Pod> pods(String namespace) {
        return new Feed.Plan<>(
                "pods in namespace " + namespace,
                client -> client.pods().inNamespace(namespace),
                Pod::new,
                (key, pod) -> observed.pod(key, PodReader.read(pod)),
                observed::podGone);
    }

    /** Events of cluster-wide objects stand in the default namespace. */
    Feed.Plan<Event> events() {
        return new Feed.Plan<>(
                "events in namespace default",
                client -> client.v1().events().inNamespace("default").withField("involvedObject.kind", "Node"),
                Event::new,
                (key, event) -> EventReader.read(event)
                        .ifPresent(
                                read -> observed.event(event.getInvolvedObject().getName(), read)),
                key -> {});
    }

    Feed.Plan<GenericKubernetesResource> installations() {
        return new Feed.Plan<>(
                "installations.operator.tigera.io",
                client -> client.genericKubernetesResources(INSTALLATIONS),
                GenericKubernetesResource::new,
                (key, installation) -> {
                    if (installation.getMetadata().getName().equals("default")) {
                        observed.installation(InstallationReader.read(installation));
                    }
                },
                key -> {
                    if (key.equals("default")) {
                        observed.installation(InstallationReader.Part.NOTHING);
                    }
                });
    }
}
