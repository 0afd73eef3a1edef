package io.dualsight.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dualsight.contract.ConfigFacts;
import io.dualsight.contract.Limits;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceFlagsTests {

    private static final String UNIT = "/etc/systemd/system/k3s.service";
    private static final ConfigFacts FILE = new ConfigFacts(
            "/etc/rancher/k3s/config.yaml",
            Map.of("node-ip", List.of("192.0.2.1"), "tls-san", List.of("a.example"), "cni", List.of("calico")));

    @TempDir
    private Path folder;

    private NodeTree node;

    @BeforeEach
    void tree() {
        node = new NodeTree(folder);
    }

    private ConfigFacts read() throws IOException {
        return new ServiceFlags(node.files()).over(FILE, List.of("k3s", "k3s-agent"));
    }

    private Map<String, List<String>> reads(String arguments) throws IOException {
        node.file(UNIT, "[Service]\nExecStart=/usr/local/bin/k3s " + arguments + "\nRestart=always\n");
        return read().values();
    }

    @Test
    void leavesTheFileAloneWhereThereIsNoUnitOrNoFlagOfInterest() throws IOException {
        assertThat(read()).isSameAs(FILE);

        node.file(UNIT, "[Service]\nExecStart=/usr/local/bin/k3s server --cluster-init --write-kubeconfig-mode 644\n");
        assertThat(read()).isSameAs(FILE);
    }

    @Test
    void letsFlagsReplaceTheFilesValuesAsTheInstallScriptWritesThem() throws IOException {
        node.file(UNIT, """
                [Service]
                ExecStartPre=-/sbin/modprobe br_netfilter --node-ip=198.51.100.9
                ExecStart=/usr/local/bin/k3s \\
                    server \\
                \t'--node-ip=2001:db8:1::10,192.0.2.7' \\
                \t'--tls-san' \\
                \t'b.example' \\
                \t"--tls-san=c.example" \\
                \t'--disable-cloud-controller' \\
                \t'--token' 'K10aabbccddeeff00112233::server:secret' \\

                """);

        assertThat(read())
                .isEqualTo(new ConfigFacts(
                        "/etc/rancher/k3s/config.yaml, overridden by flags of k3s.service",
                        Map.of(
                                "node-ip", List.of("2001:db8:1::10,192.0.2.7"),
                                "tls-san", List.of("b.example", "c.example"),
                                "disable-cloud-controller", List.of("true"),
                                "cni", List.of("calico"))));
        assertThat(read().file()).isEqualTo(FILE.source());
        assertThat(read().overriddenBy()).isEqualTo("k3s.service");
    }

    @Test
    void knowsTheShortFormAndAFlagWithoutItsValue() throws IOException {
        assertThat(reads("server -i 2001:db8:1::10")).containsEntry("node-ip", List.of("2001:db8:1::10"));
        assertThat(reads("server --node-ip")).containsEntry("node-ip", List.of("true"));
    }

    @Test
    void masksSecretsInTheArgumentsOfKubelet() throws IOException {
        assertThat(reads("agent --kubelet-arg=some-token=verysecret --kubelet-arg eviction-hard=nodefs.available<5%%"))
                .containsEntry("kubelet-arg", List.of("some-token=***", "eviction-hard=nodefs.available<5%"));
    }

    @Test
    void letsADropInReplaceTheCommand() throws IOException {
        reads("server --node-ip=192.0.2.2");
        node.file(
                UNIT + ".d/10-first.conf", "[Service]\nExecStart=\nExecStart=/usr/local/bin/k3s server -i 192.0.2.3\n");
        node.file(UNIT + ".d/20-more.conf", "[Service]\nLimitNOFILE=1\n");
        node.file(UNIT + ".d/30-ignored.txt", "ExecStart=/usr/local/bin/k3s server -i 192.0.2.4\n");

        assertThat(read().values()).containsEntry("node-ip", List.of("192.0.2.3"));
    }

    @Test
    void asksTheUnitThatIsEnabled() throws IOException {
        reads("server --node-ip=192.0.2.2");
        node.file("/usr/local/lib/systemd/system/k3s-agent.service", "ExecStart=/k3s agent --node-ip=192.0.2.5\n");
        assertThat(read().overriddenBy()).isEqualTo("k3s.service");

        node.link("/etc/systemd/system/multi-user.target.wants/k3s-agent.service", "/nowhere");
        assertThat(read().values()).containsEntry("node-ip", List.of("192.0.2.5"));
    }

    @Test
    void saysThatAVariableCannotBeRead() {
        for (String value : List.of("${NODE_IP}", "$NODE_IP", "%H", "a%%%i")) {
            assertThatThrownBy(() -> reads("server --node-ip=" + value))
                    .isInstanceOf(UnreadableException.class)
                    .hasMessage("k3s.service: --node-ip has a value that only systemd knows");
        }
    }

    @Test
    void takesAValueOfTheLongestLengthAndNoLongerOne() throws IOException {
        String longest = "a".repeat(Limits.TEXT);

        assertThat(reads("server --cni=" + longest)).containsEntry("cni", List.of(longest));
        assertThatThrownBy(() -> reads("server --cni=a" + longest)).hasMessage("k3s.service: --cni is too long");
    }
}
