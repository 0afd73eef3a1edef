package io.dualsight.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolTests {

    private static final int SIZE = 100;

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    private Spool spool(@Nullable Path where, long bound) {
        return new Spool(where, bound, new Notices(new PrintStream(said, true, StandardCharsets.UTF_8)));
    }

    private static Spool.Waiting report(long millis) {
        byte[] body = new byte[SIZE];
        body[0] = 0x1f;
        return new Spool.Waiting(Spool.name(millis, "id"), body);
    }

    private static String name(java.util.Optional<Spool.Waiting> waiting) {
        return waiting.map(Spool.Waiting::name).orElse("none");
    }

    @Test
    void survivesTheProcess() {
        spool(folder.resolve("spool"), 1000).add(report(1));

        Spool next = spool(folder.resolve("spool"), 1000);
        assertThat(next.count()).isEqualTo(1);
        assertThat(next.oldest().orElseThrow().body()).isEqualTo(report(1).body());
    }

    @Test
    void knowsTheOldestAndTheNewest() {
        Spool spool = spool(folder, 1000);
        spool.add(report(20));
        spool.add(report(9));
        spool.add(report(100));

        assertThat(name(spool.oldest())).isEqualTo(Spool.name(9, "id"));
        assertThat(name(spool.newest())).isEqualTo(Spool.name(100, "id"));
    }

    @Test
    void isFullAtItsBoundAndDropsTheOldestBeyondIt() throws IOException {
        Spool spool = spool(folder, 3 * SIZE);
        spool.add(report(1));
        spool.add(report(2));
        spool.add(report(3));
        assertThat(spool.dropped()).isZero();
        assertThat(spool.count()).isEqualTo(3);

        spool.add(report(4));

        assertThat(spool.dropped()).isEqualTo(1);
        assertThat(name(spool.oldest())).isEqualTo(Spool.name(2, "id"));
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.mapToLong(each -> each.toFile().length()).sum()).isEqualTo(3 * SIZE);
        }
    }

    @Test
    void deletesWhatAKilledProcessLeftUnfinished() throws IOException {
        Files.write(folder.resolve(Spool.name(1, "id") + ".part"), new byte[SIZE]);
        Spool spool = spool(folder, 1000);

        assertThat(spool.count()).isZero();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void passesOverADamagedFile() throws IOException {
        Files.write(folder.resolve(Spool.name(1, "id")), new byte[0]);
        Spool spool = spool(folder, 1000);
        spool.add(report(2));

        assertThat(name(spool.oldest())).isEqualTo(Spool.name(2, "id"));
        assertThat(spool.dropped()).isEqualTo(1);
    }

    @Test
    void keepsTheNewestInMemoryWhereItCannotWrite() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "in the way");
        Spool spool = spool(file.resolve("spool"), 1000);
        spool.add(report(1));
        spool.add(report(2));

        assertThat(name(spool.newest())).isEqualTo(Spool.name(2, "id"));
        assertThat(spool.count()).isEqualTo(1);
        assertThat(spool.dropped()).isEqualTo(1);
        assertThat(said.toString(StandardCharsets.UTF_8).lines()).hasSize(1);
    }

    @Test
    void keepsTheNewestInMemoryWithoutAFolder() {
        Spool spool = spool(null, 1000);
        spool.add(report(1));

        spool.remove(spool.oldest().orElseThrow());

        assertThat(spool.count()).isZero();
        assertThat(spool.dropped()).isZero();
    }

    @Test
    void keepsNoReportThatIsLargerThanTheRoom() {
        Spool spool = spool(folder, SIZE - 1);
        spool.add(report(1));

        assertThat(folder).isEmptyDirectory();
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("larger than the room for all");
    }
}
