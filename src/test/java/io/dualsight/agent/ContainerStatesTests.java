package io.dualsight.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContainerStatesTests {

    private static final String TASKS = "/run/k3s/containerd/io.containerd.runtime.v2.task/k8s.io/";
    private static final String LINK = "/var/log/containers/calico-node-x_calico-system_calico-node-";
    private static final String INSPECT = "/var/lib/rancher/rke2/bin/crictl --runtime-endpoint"
            + " unix:///run/k3s/containerd/containerd.sock inspect -o json ";
    private static final String EXITED = """
            {"status":{"id":"%s","state":"CONTAINER_EXITED","exitCode":%d,"reason":"Error",
             "startedAt":"2026-11-22T09:12:10.5Z","finishedAt":"2026-11-22T09:12:40Z"},"info":{"pid":0}}""";

    @TempDir
    private Path folder;

    private NodeTree node;

    @BeforeEach
    void tree() {
        node = new NodeTree(folder);
        node.file("/var/log/pods/calico-system_calico-node-x_uid-1/calico-node/3.log", "");
        node.file(TASKS + "other/init.pid", "1");
    }

    private ContainerStates.State state() throws IOException {
        return states(new ContainerStates(node.files(), node.programs())).get(0);
    }

    private List<ContainerStates.State> states(ContainerStates states) throws IOException {
        return states.of(new PodLogs(node.files()).read(), Distribution.RKE2);
    }

    private void link(String id, int second) throws IOException {
        node.file(LINK + id + ".log", "");
        Files.setLastModifiedTime(
                folder.resolve((LINK + id + ".log").substring(1)),
                FileTime.from(Instant.parse("2026-11-22T09:00:00Z").plusSeconds(second)));
    }

    @Test
    void seesAContainerThatRuns() throws IOException {
        link("aaa", 1);
        node.file(TASKS + "aaa/init.pid", "4711");
        Instant at = Instant.parse("2026-11-22T09:12:10Z");
        Files.setLastModifiedTime(folder.resolve((TASKS + "aaa/init.pid").substring(1)), FileTime.from(at));

        assertThat(state()).isEqualTo(new ContainerStates.State("running", null, null, at));
    }

    @Test
    void asksHowAContainerEnded() throws IOException {
        link("aaa", 1);
        node.prints(INSPECT + "aaa", EXITED.formatted("aaa", 137));

        assertThat(state())
                .isEqualTo(new ContainerStates.State(
                        "terminated", "Error", 137, Instant.parse("2026-11-22T09:12:10.500Z")));
    }

    @Test
    void looksAtTheNewestLifeOfAContainer() throws IOException {
        link("aaa", 2);
        link("bbb", 1);
        node.file(TASKS + "bbb/init.pid", "4711");
        assertThat(state().state()).isEqualTo("terminated");
        link("bbb", 3);

        assertThat(state().state()).isEqualTo("running");
    }

    @Test
    void knowsAnEndWithoutItsCodeWhereNobodyCanBeAsked() throws IOException {
        link("aaa", 1);

        assertThat(state()).isEqualTo(new ContainerStates.State("terminated", null, null, null));
    }

    @Test
    void knowsNothingWhereTheRuntimeShowsNothing() throws IOException {
        link("aaa", 1);
        node.without(TASKS + "other/init.pid");
        Files.delete(folder.resolve((TASKS + "other").substring(1)));
        Files.delete(folder.resolve(TASKS.substring(1)));

        assertThat(state()).isEqualTo(ContainerStates.State.UNKNOWN);
    }

    @Test
    void takesNonsenseForAnEndOfUnknownKind() throws IOException {
        link("aaa", 1);
        node.prints(INSPECT + "aaa", "{\"status\":[1]}");

        assertThat(state()).isEqualTo(new ContainerStates.State("terminated", null, null, null));
    }

    @Test
    void asksOnceForEachEndAndForEightAtATime() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        for (int i = 0; i < 10; i++) {
            node.file("/var/log/pods/calico-system_calico-typha-" + i + "_uid/calico-typha/0.log", "");
            node.file("/var/log/containers/calico-typha-" + i + "_calico-system_calico-typha-id" + i + ".log", "");
        }
        ContainerStates states = new ContainerStates(node.files(), command -> {
            asked.incrementAndGet();
            return EXITED.formatted(command[command.length - 1], 0);
        });

        assertThat(states(states))
                .extracting(ContainerStates.State::state)
                .filteredOn("terminated"::equals)
                .hasSize(8);
        states(states);
        states(states);
        assertThat(asked).hasValue(10);
    }
}
