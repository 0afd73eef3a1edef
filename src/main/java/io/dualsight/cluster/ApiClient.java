package io.dualsight.cluster;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import tools.jackson.core.JacksonException;

/** The way to one cluster's API server, by its settings; opened when it is first needed. Not for several threads. */
final class ApiClient implements AutoCloseable {

    private static final Path ACCOUNT = Path.of("/var/run/secrets/kubernetes.io/serviceaccount");
    private static final int CONNECT_MILLIS = 5_000;
    private static final int REQUEST_MILLIS = 10_000;
    /** The caller waits and tries again in its own rhythm. */
    private static final int NO_RETRIES = 0;

    private final ClusterSettings.Watched settings;
    private @Nullable KubernetesClient open;

    ApiClient(ClusterSettings.Watched settings) {
        this.settings = settings;
    }

    /** The namespace that this process runs in as a Pod; empty where it does not. */
    static Optional<String> ownNamespace() {
        try {
            Path file = ACCOUNT.resolve("namespace");
            return Files.isReadable(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /**
     * The client.
     *
     * @throws UnusableException where the settings lead to none
     */
    KubernetesClient get() {
        if (open == null) {
            open = new KubernetesClientBuilder().withConfig(config()).build();
        }
        return open;
    }

    private Config config() {
        Config found = settings.kubeconfig() == null ? inCluster() : ofFile(settings.kubeconfig());
        return new ConfigBuilder(found)
                .withConnectionTimeout(CONNECT_MILLIS)
                .withRequestTimeout(REQUEST_MILLIS)
                .withRequestRetryBackoffLimit(NO_RETRIES)
                .build();
    }

    private static Config inCluster() {
        if (!Files.isReadable(ACCOUNT.resolve("token"))) {
            throw new UnusableException("No kubeconfig is set, and the console does not run in a cluster.");
        }
        return Config.autoConfigure(null);
    }

    private Config ofFile(Path file) {
        if (!Files.isReadable(file)) {
            throw new UnusableException("There is no kubeconfig at " + file + ", or it cannot be read.");
        }
        Config config;
        try {
            config = Config.fromKubeconfig(settings.context(), file.toFile());
        } catch (KubernetesClientException | IllegalArgumentException | JacksonException | YamlEngineException e) {
            throw new UnusableException("The kubeconfig at " + file + " is none.");
        }
        if (config.getCurrentContext() == null) {
            throw new UnusableException("The kubeconfig at " + file + " has no context"
                    + (settings.context() == null ? "." : " " + settings.context() + "."));
        }
        return config;
    }

    @Override
    public void close() {
        if (open != null) {
            open.close();
            open = null;
        }
    }

    /** The settings lead to no client; the message is for people. */
    static final class UnusableException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UnusableException(String message) {
            super(message);
        }
    }
}
