package io.dualsight.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostFilesTests {

    @TempDir
    private Path folder;

    private NodeTree node;

    @BeforeEach
    void tree() {
        node = new NodeTree(folder);
    }

    @Test
    void followsAbsoluteLinksInsideTheRoot() throws IOException {
        node.file("/run/systemd/resolve/stub.conf", "the host's");
        node.link("/etc/resolv.conf", "/run/systemd/resolve/stub.conf");

        assertThat(node.files().text("/etc/resolv.conf")).isEqualTo("the host's");
    }

    @Test
    void doesNotLeaveTheRoot() {
        HostFiles inner = new HostFiles(folder.resolve("inner"));
        node.file("/outside", "").file("/inner/proc/net/route", "").link("/inner/etc/up", "../../../../outside");

        assertThat(inner.exists("/etc/up")).isFalse();
        assertThat(inner.exists("/../outside")).isFalse();
    }

    @Test
    void givesUpOnLinksThatLeadToEachOther() {
        node.link("/etc/a", "b").link("/etc/b", "a");

        assertThatThrownBy(() -> node.files().text("/etc/a")).hasMessage("/etc/a: too many symbolic links");
    }

    @Test
    void namesTheFileAndTheReason() {
        assertThatThrownBy(() -> node.files().text("/etc/none")).hasMessage("/etc/none: no such file");
        assertThatThrownBy(() -> node.files().text("/proc/net")).hasMessage("/proc/net: is a directory");
        assertThatThrownBy(() -> node.files().list("/etc/none")).hasMessage("/etc/none: no such file");
    }

    @Test
    void readsAFileAtTheLimitAndNoneBeyond() throws IOException {
        node.file("/etc/at", new byte[HostFiles.WHOLE]);
        node.file("/etc/beyond", new byte[HostFiles.WHOLE + 1]);

        assertThat(node.files().text("/etc/at")).hasSize(HostFiles.WHOLE);
        assertThatThrownBy(() -> node.files().text("/etc/beyond")).hasMessage("/etc/beyond: longer than 1048576 bytes");
    }

    @Test
    void listsInTheOrderOfBytes() throws IOException {
        node.file("/etc/d/b", "").file("/etc/d/B", "").file("/etc/d/10", "").file("/etc/d/9", "");

        assertThat(node.files().list("/etc/d")).containsExactly("10", "9", "B", "b");
    }

    @Test
    void takesACopiedTreeForNoRunningKernel() {
        assertThat(node.files().live()).isFalse();
        assertThat(new HostFiles(Path.of("/")).live()).isTrue();
    }

    @Test
    void readsItsOwnProcFilesWhereTheRootHasNone() throws IOException {
        HostFiles files = new HostFiles(folder.resolve("etc"));
        List<String> lines = new ArrayList<>();
        files.lines("/proc/net/route", lines::add);

        assertThat(files.live()).isTrue();
        assertThat(lines.get(0)).startsWith("Iface");
    }
}
