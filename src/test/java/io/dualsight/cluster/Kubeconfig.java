package io.dualsight.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that lead to an API server. */
final class Kubeconfig {

    private Kubeconfig() {}

    static Path write(String server, String token) {
        return write(server, "insecure-skip-tls-verify: true", token);
    }

    static Path write(String server, String trust, String token) {
        try {
            Path file = Files.createTempFile("dualsight", ".kubeconfig");
            file.toFile().deleteOnExit();
            return Files.writeString(file, """
                    apiVersion: v1
                    kind: Config
                    current-context: test
                    contexts:
                    - name: test
                      context: {cluster: test, user: test}
                    clusters:
                    - name: test
                      cluster:
                        server: %s
                        %s
                    users:
                    - name: test
                      user: {token: "%s"}
                    """.formatted(server, trust, token));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
