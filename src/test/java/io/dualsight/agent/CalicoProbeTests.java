package io.dualsight.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.dualsight.contract.CalicoMethods;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalicoProbeTests {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(nullValues = "-", delimiter = '|', textBlock = """
        IP=autodetect IP_AUTODETECTION_METHOD=first-found IP6=none                       | first-found    | none
        IP=none IP6=autodetect IP6_AUTODETECTION_METHOD=kubernetes-internal-ip           | none           | kubernetes
        IP6=autodetect                                                                   | first-found    | first-found
        IP_AUTODETECTION_METHOD=interface=eth.* IP6=autodetect                           | interface=eth.*| first-found
        IP=192.0.2.1/24 IP6=                                                             | -              | none
        SECRET=x                                                                         | first-found    | none
        """)
    void readsTheMethodsOffTheProcess(String environment, @Nullable String ipv4, @Nullable String ipv6)
            throws IOException {
        NodeTree node = new NodeTree(folder)
                .file("/proc/17/comm", "bash\n")
                .file("/proc/42/comm", "calico-node\n")
                .file("/proc/42/environ", environment.replace(' ', '\0') + "\0");

        assertThat(new CalicoProbe(node.files()).read()).isEqualTo(new CalicoMethods(ipv4, ipv6));
    }

    @Test
    void knowsNothingWithoutTheProcess() throws IOException {
        assertThat(new CalicoProbe(new NodeTree(folder).files()).read()).isNull();
    }

    @Test
    void looksForTheProcessAgainWhenItHasEnded() throws IOException {
        NodeTree node =
                new NodeTree(folder).file("/proc/42/comm", "calico-node\n").file("/proc/42/environ", "IP=none");
        CalicoProbe probe = new CalicoProbe(node.files());
        probe.read();
        node.without("/proc/42/comm").file("/proc/43/comm", "calico-node\n").file("/proc/43/environ", "IP6=autodetect");

        assertThat(probe.read()).isEqualTo(new CalicoMethods("first-found", "first-found"));
    }
}
