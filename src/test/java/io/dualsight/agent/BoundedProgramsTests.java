package io.dualsight.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BoundedProgramsTests {

    @TempDir
    private Path folder;

    private String run(String script, Duration limit) throws IOException {
        Path program = folder.resolve("program");
        Files.writeString(program, "#!/bin/sh\n" + script);
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        return new BoundedPrograms(List.of(folder.toString()), limit).output("program");
    }

    @Test
    void givesAllThatIsPrinted() throws IOException {
        assertThat(run("i=0; while [ $i -lt 3000 ]; do echo 0123456789; i=$((i+1)); done", Duration.ofSeconds(20)))
                .hasSize(33_000);
    }

    @Test
    void endsAProgramThatTakesTooLong() {
        assertThatThrownBy(() -> run("echo begun; exec sleep 60", Duration.ofMillis(300)))
                .hasMessage("program: took longer than 300 ms");
    }

    @Test
    void endsAProgramThatPrintsTooMuch() {
        assertThatThrownBy(() -> run("exec yes", Duration.ofSeconds(20)))
                .hasMessage("program: printed more than 4194304 bytes");
    }

    @Test
    void refusesTheOutputOfAProgramThatFailed() {
        assertThatThrownBy(() -> run("echo something; exit 3", Duration.ofSeconds(5)))
                .hasMessage("program: ended with exit code 3");
    }

    @Test
    void saysThatAProgramIsNotThere() {
        assertThatThrownBy(() -> new BoundedPrograms(List.of(folder.toString()), Duration.ofSeconds(1)).output("ip"))
                .hasMessage("ip: no such program");
    }

    @Test
    void handsOnNothingOfItsEnvironment() throws IOException {
        assertThat(run("env", Duration.ofSeconds(5)).lines().map(line -> line.split("=")[0]))
                .contains("LC_ALL", "TZ", "PATH")
                .doesNotContain("HOME", "USER", "JAVA_HOME", "MAVEN_CMD_LINE_ARGS");
    }
}
