package io.dualsight;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** Two consoles on one PostgreSQL, and agents that turn to the other one where one does not answer. */
class ReplicaTests {

    private static final int AGENTS = 6;

    @TempDir
    static Path folder;

    private static EmbeddedPostgres postgres;
    private static JdbcTemplate jdbc;
    private static final List<ConsoleProcess> CONSOLES = new ArrayList<>();

    private final Set<UUID> acknowledged = ConcurrentHashMap.newKeySet();
    private final AtomicInteger failures = new AtomicInteger();
    private volatile boolean over;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        postgres = EmbeddedPostgres.start();
        String url = postgres.getJdbcUrl("postgres", "postgres");
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        pool.setUsername("postgres");
        jdbc = new JdbcTemplate(pool);
        // At once: the migrations too run on one of them at a time.
        for (int i = 0; i < 2; i++) {
            CONSOLES.add(new ConsoleProcess(folder, url, "--dualsight.shutdown.delay=2s"));
        }
        for (ConsoleProcess console : CONSOLES) {
            console.await();
        }
    }

    @AfterAll
    static void stop() throws IOException, InterruptedException {
        for (ConsoleProcess console : CONSOLES) {
            console.kill();
        }
        postgres.close();
    }

    @Test
    void loseNothingWhereOneOfThemIsKilledAndSayThatTheyAreLeavingBeforeTheyLeave() throws Exception {
        List<Thread> agents = new ArrayList<>();
        for (int i = 0; i < AGENTS; i++) {
            int number = i;
            agents.add(new Thread(() -> report(number)));
        }
        agents.forEach(Thread::start);
        waitFor(200);
        CONSOLES.get(0).kill();
        waitFor(acknowledged.size() + 200);
        over = true;
        for (Thread agent : agents) {
            agent.join();
        }
        List<UUID> stored = jdbc.queryForList("select report_id from report", UUID.class);
        assertThat(stored).doesNotHaveDuplicates().containsAll(acknowledged);
        assertThat(failures).as("answers that were neither 200 nor the kill").hasValue(0);
        leave(CONSOLES.get(1));
    }

    private static void leave(ConsoleProcess console) throws InterruptedException {
        console.terminate();
        Instant deadline = Instant.now().plus(Duration.ofSeconds(2));
        while (console.readiness() == 200 && Instant.now().isBefore(deadline)) {
            Thread.sleep(20);
        }
        assertThat(console.readiness()).isEqualTo(503);
        assertThat(post(console, 99, UUID.randomUUID()).statusCode())
                .as("those who have not heard")
                .isEqualTo(200);
        while (console.isAlive()) {
            Thread.sleep(50);
        }
    }

    private void waitFor(int reports) throws InterruptedException {
        Instant deadline = Instant.now().plus(Duration.ofSeconds(60));
        while (acknowledged.size() < reports && Instant.now().isBefore(deadline)) {
            Thread.sleep(20);
        }
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(reports);
    }

    /** The same report again, to whoever answers, until one says that it is stored. */
    private void report(int agent) {
        int console = agent;
        while (!over) {
            UUID id = UUID.randomUUID();
            boolean stored = false;
            while (!stored) {
                stored = store(CONSOLES.get(console % 2), agent, id);
                console++;
            }
            acknowledged.add(id);
        }
    }

    private boolean store(ConsoleProcess console, int agent, UUID id) {
        try {
            int status = post(console, agent, id).statusCode();
            if (status != 200 && status != 503) {
                failures.incrementAndGet();
            }
            return status == 200;
        } catch (AssertionError e) {
            return false;
        }
    }

    private static HttpResponse<String> post(ConsoleProcess console, int agent, UUID id) {
        String report =
                "{\"schemaVersion\":1,\"reportId\":\"%s\",\"cluster\":\"two\",\"node\":\"n%d\",\"collectedAt\":\"%s\"}"
                        .formatted(id, agent, Instant.now());
        return new Visitor(console.port).post("/api/v1/reports", report, ConsoleProcess.AGENT);
    }
}
