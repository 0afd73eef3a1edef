package io.dualsight.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dualsight.contract.ConfigFacts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigProbeTests {

    private static final String FILE = "/etc/rancher/rke2/config.yaml";

    @TempDir
    private Path folder;

    private NodeTree node;

    @BeforeEach
    void tree() {
        node = new NodeTree(folder);
    }

    private ConfigFacts read() throws IOException {
        return new ConfigProbe(node.files()).read("/etc/rancher/rke2");
    }

    @Test
    void knowsThatNothingIsConfiguredWhereThereIsNoFile() throws IOException {
        assertThat(read()).isEqualTo(new ConfigFacts(FILE, Map.of()));
    }

    @Test
    void letsALaterFileReplaceAKeyAndAPlusSignAddToIt() throws IOException {
        node.file(FILE, "node-ip: 192.0.2.1\ntls-san: a.example\ncni: calico\n");
        node.file(FILE + ".d/20-last.YML", "tls-san+: [c.example]\nkubelet-arg+: max-pods=200\n");
        node.file(FILE + ".d/10-first.yaml", "node-ip: 192.0.2.2\ntls-san+:\n- b.example\n");
        node.file(FILE + ".d/30-ignored.txt", "cni: canal\n");

        assertThat(read().values())
                .isEqualTo(Map.of(
                        "node-ip", List.of("192.0.2.2"),
                        "tls-san", List.of("a.example", "b.example", "c.example"),
                        "cni", List.of("calico"),
                        "kubelet-arg", List.of("max-pods=200")));
    }

    @Test
    void readsTheFolderWhereTheFileIsMissing() throws IOException {
        node.file(FILE + ".d/10.yaml", "cni: canal\n");

        assertThat(read().values()).containsExactly(Map.entry("cni", List.of("canal")));
    }

    @Test
    void takesNoKeyThatIsNotOnTheList() throws IOException {
        node.file(FILE, "token: K10aabb::server:secret\netcd-s3-secret-key: secret\nnode-ip: 192.0.2.1\n");

        assertThat(read().values()).containsOnlyKeys("node-ip");
    }

    @Test
    void masksSecretsInTheArgumentsOfKubelet() throws IOException {
        node.file(FILE, "kubelet-arg:\n- node-ip=192.0.2.1\n- some-token=verysecret\n");

        assertThat(read().values().get("kubelet-arg")).containsExactly("node-ip=192.0.2.1", "some-token=***");
    }

    @Test
    void namesFileAndLineOfWhatItCannotReadAndNothingElse() {
        node.file(FILE + ".d/50-x.yaml", "token: \"secret\nnode-ip: 192.0.2.1\n");

        assertThatThrownBy(this::read)
                .isInstanceOf(UnreadableException.class)
                .hasMessage("/etc/rancher/rke2/config.yaml.d/50-x.yaml: line 1: a quote that is not closed");
    }
}
