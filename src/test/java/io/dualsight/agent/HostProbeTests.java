package io.dualsight.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.dualsight.contract.HostFacts;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostProbeTests {

    @TempDir
    private Path folder;

    private NodeTree node;
    private final Gaps gaps = new Gaps();

    @BeforeEach
    void tree() {
        node = new NodeTree(folder)
                .file("/proc/sys/kernel/hostname", "edge-0042\n")
                .file("/proc/sys/kernel/osrelease", "5.14.21\n")
                .file("/proc/sys/kernel/random/boot_id", "7f3c2f6e-2f5e-4d53-8f0b-6f1f7a5b9d10\n")
                .file("/proc/stat", "cpu  1 2 3 4 5 6 7 8 9 10\nbtime 1795338662\n")
                .file("/etc/os-release", "NAME=\"SLES\"\nVERSION_ID=15.5\n");
    }

    private HostFacts read() {
        HostFiles files = node.files();
        return new HostProbe(files, new DistributionVersion(files, node.programs()))
                .read(Distribution.find(files), gaps);
    }

    @Test
    void readsTheMachine() {
        HostFacts host = read();

        assertThat(host.hostname()).isEqualTo("edge-0042");
        assertThat(host.system().os()).isEqualTo("SLES 15.5");
        assertThat(host.system().kernel()).isEqualTo("5.14.21");
        assertThat(host.boot().bootId()).isEqualTo("7f3c2f6e-2f5e-4d53-8f0b-6f1f7a5b9d10");
        assertThat(host.boot().bootedAt()).isEqualTo(Instant.ofEpochSecond(1_795_338_662L));
        assertThat(host.distribution()).isEqualTo(new HostFacts.Distribution(null, null));
        assertThat(host.roles()).isEmpty();
        assertThat(gaps.errors()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "v1.29.6-rke2r1-2d8e5c4a9f33, v1.29.6+rke2r1",
        "v1.32.0-rc2-rke2r1-ca9ee9cc6ef2, v1.32.0-rc2+rke2r1",
        "v1.29.12-dev.d5e03431-ca9ee9cc6ef2, v1.29.12+dev.d5e03431"
    })
    void readsTheVersionOfRke2OffItsDataFolder(String name, String version) {
        node.file("/var/lib/rancher/rke2/data/" + name + "/bin/kubelet", "");
        node.link("/var/lib/rancher/rke2/bin", "/var/lib/rancher/rke2/data/" + name + "/bin");

        assertThat(read().distribution()).isEqualTo(new HostFacts.Distribution("rke2", version));
    }

    @Test
    void saysThatItDoesNotKnowTheVersion() {
        node.file("/etc/rancher/rke2/config.yaml", "");

        assertThat(read().distribution()).isEqualTo(new HostFacts.Distribution("rke2", null));
        assertThat(gaps.errors())
                .extracting(each -> each.probe() + " " + each.message())
                .containsExactly("host.distributionVersion /var/lib/rancher/rke2/bin: no such file");
    }

    @Test
    void asksK3sForItsVersionOnceForEachBinary() throws java.io.IOException {
        node.file("/usr/local/bin/k3s", "binary");
        AtomicInteger asked = new AtomicInteger();
        DistributionVersion version = new DistributionVersion(node.files(), command -> {
            asked.incrementAndGet();
            return "k3s version v1.31.5+k3s1 (56ec5dd4)\ngo version go1.22.10\n";
        });

        assertThat(version.of(Distribution.K3S)).isEqualTo("v1.31.5+k3s1");
        assertThat(version.of(Distribution.K3S)).isEqualTo("v1.31.5+k3s1");
        assertThat(asked).hasValue(1);
        node.file("/usr/local/bin/k3s", "another binary");
        version.of(Distribution.K3S);
        assertThat(asked).hasValue(2);
    }

    @Test
    void tellsAServerWithEtcdByItsData() {
        node.file("/var/lib/rancher/rke2/server/db/etcd/name", "");

        assertThat(read().roles()).containsExactly("server", "etcd");
    }

    @Test
    void tellsAnAgentByItsData() {
        node.file("/var/lib/rancher/k3s/agent/kubelet.kubeconfig", "");

        assertThat(read().distribution().name()).isEqualTo("k3s");
        assertThat(read().roles()).containsExactly("agent");
    }

    @Test
    void prefersTheDistributionThatIsStillInstalled() {
        node.file("/etc/rancher/rke2/config.yaml", "");
        node.file("/etc/rancher/k3s/config.yaml", "").file("/etc/systemd/system/k3s.service", "");

        assertThat(read().distribution().name()).isEqualTo("k3s");
    }

    @Test
    void leavesOutWhatItCannotRead() {
        node.without("/etc/os-release").without("/proc/sys/kernel/hostname");

        HostFacts host = read();

        assertThat(host.hostname()).isNull();
        assertThat(host.system().os()).isNull();
        assertThat(gaps.errors()).extracting(each -> each.probe()).containsExactly("host.hostname", "host.os");
    }
}
