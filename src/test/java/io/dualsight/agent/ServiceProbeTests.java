package io.dualsight.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dualsight.contract.ComponentFacts;
import io.dualsight.contract.StartupFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceProbeTests {

    private static final List<String> UNITS = List.of("rke2-server", "rke2-agent");
    private static final String COMMAND = "systemctl show --no-pager --property=Id,ActiveState,SubState,"
            + "ExecMainStartTimestamp,ActiveEnterTimestamp,InvocationID,NRestarts,ExecMainStatus "
            + "rke2-server.service rke2-agent.service";
    private static final String NEVER = """
            Id=rke2-agent.service
            ActiveState=inactive
            SubState=dead
            ExecMainStartTimestamp=
            NRestarts=0
            """;

    @TempDir
    private Path folder;

    private NodeTree node;

    @BeforeEach
    void tree() {
        node = new NodeTree(folder);
    }

    private ServiceProbe.Service read() throws IOException {
        return new ServiceProbe(node.files(), node.programs()).read(UNITS);
    }

    private static String server(String active, String sub) {
        return """
                Id=rke2-server.service
                ActiveState=%s
                SubState=%s
                ExecMainStartTimestamp=Sun 2026-11-22 09:11:20 UTC
                ActiveEnterTimestamp=Sun 2026-11-22 09:12:40 UTC
                InvocationID=c0ffee
                NRestarts=2
                ExecMainStatus=1

                """.formatted(active, sub);
    }

    @Test
    void readsTheStartOfTheUnitThatRuns() throws IOException {
        node.prints(COMMAND, server("active", "running") + NEVER);

        ServiceProbe.Service service = read();

        assertThat(service.startup())
                .isEqualTo(new StartupFacts(
                        "rke2-server", Instant.parse("2026-11-22T09:11:20Z"), "c0ffee", new TreeMap<>()));
        assertThat(service.component())
                .isEqualTo(new ComponentFacts(
                        "rke2-server",
                        "rke2-server/c0ffee",
                        "unit",
                        new ComponentFacts.Status("running", null, null, 2),
                        new ComponentFacts.Times(
                                Instant.parse("2026-11-22T09:11:20Z"), true, Instant.parse("2026-11-22T09:12:40Z")),
                        false,
                        List.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "activating, start, running, false",
        "activating, auto-restart, waiting, false",
        "failed, failed, terminated, false",
        "inactive, dead, terminated, false",
        "active, running, running, true"
    })
    void tellsWhatTheServiceDoes(String active, String sub, String state, boolean ready) throws IOException {
        node.prints(COMMAND, server(active, sub));

        ComponentFacts component = read().component();

        assertThat(component.status().state()).isEqualTo(state);
        assertThat(component.times().ready()).isEqualTo(ready);
        assertThat(component.status().exitCode()).isEqualTo(active.equals("failed") ? Integer.valueOf(1) : null);
    }

    @Test
    void knowsOfNoStartWhereNoUnitEverRan() throws IOException {
        node.prints(COMMAND, NEVER);

        assertThat(read()).isNull();
    }

    @Test
    void readsTheLinkOfTheInvocationWhereSystemdCannotBeAsked() throws IOException {
        Instant start = Instant.parse("2026-11-22T09:11:20Z");
        node.link("/run/systemd/units/invocation:rke2-agent.service", "c0ffee");
        Path link = folder.resolve("run/systemd/units/invocation:rke2-agent.service");
        Files.getFileAttributeView(
                        link,
                        java.nio.file.attribute.BasicFileAttributeView.class,
                        java.nio.file.LinkOption.NOFOLLOW_LINKS)
                .setTimes(FileTime.from(start), null, null);

        ServiceProbe.Service service = read();

        assertThat(service.startup()).isEqualTo(new StartupFacts("rke2-agent", start, "c0ffee", new TreeMap<>()));
        assertThat(service.component().status().state()).isEqualTo("unknown");
        assertThat(service.component().times().ready()).isNull();
    }

    @Test
    void saysThatItCouldNotAsk() {
        assertThatThrownBy(this::read).hasMessage("systemctl: no such program");
    }
}
