package io.dualsight.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a console keeps its reports in. */
public enum Database {
    H2 {
        @Override
        String title() {
            return "H2";
        }

        @Override
        public String start(Path folder) {
            return "jdbc:h2:file:" + folder.resolve("bench") + ";DB_CLOSE_ON_EXIT=FALSE";
        }
    },
    POSTGRESQL {
        @Override
        String title() {
            return "PostgreSQL";
        }

        /** As durable as it is by default; the library would switch off {@code fsync} and {@code synchronous_commit}. */
        @Override
        public String start(Path folder) throws IOException {
            postgres = EmbeddedPostgres.builder()
                    .setDataDirectory(folder.resolve("postgresql"))
                    .setCleanDataDirectory(false)
                    .setPort(port)
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("shared_buffers", "512MB")
                    .setServerConfig("max_wal_size", "4GB")
                    .start();
            port = postgres.getPort();
            return postgres.getJdbcUrl("postgres", "postgres");
        }

        @Override
        public void stop() throws IOException {
            postgres.close();
        }
    };

    private static EmbeddedPostgres postgres;
    private static int port;

    public abstract String start(Path folder) throws IOException;

    /** As people call it. */
    abstract String title();

    public void stop() throws IOException {
        // H2 runs in the console.
    }

    /** kill -9 of PostgreSQL's first process; the others end by themselves. */
    static void killPostgres(Path folder) throws IOException, InterruptedException {
        String pid = Files.readAllLines(folder.resolve("postgresql/postmaster.pid"))
                .get(0)
                .strip();
        ProcessHandle handle = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
        handle.destroyForcibly();
        while (handle.isAlive()) {
            Thread.sleep(20);
        }
        // Its children notice within a second and let go of the shared memory.
        Thread.sleep(1500);
        // Lets go of the folder's lock; there is nothing to stop any more.
        postgres.close();
    }
}
