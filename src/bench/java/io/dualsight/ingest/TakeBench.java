package io.dualsight.ingest;

import com.sun.management.ThreadMXBean;
import io.dualsight.DualsightApplication;
import io.dualsight.bench.Database;
import io.dualsight.bench.Fleet;
import io.dualsight.identity.Caller;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.mock.web.MockHttpServletRequest;

/**
 * What a report of a node that does not change costs the console's two threads that handle it, the request's and the
 * writer's, without HTTP. Processor time, which other work on the machine hardly changes.
 */
public final class TakeBench {

    private static final int WARM_UP = 60;
    private static final int ROUNDS = 30;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final ReportController controller;
    private final Fleet fleet = new Fleet();
    private long ownNanos;
    private long ownBytes;

    private TakeBench(ReportController controller) {
        this.controller = controller;
    }

    /** Takes the databases' names. */
    public static void main(String[] arguments) throws IOException {
        for (String name : arguments) {
            Database database = Database.valueOf(name);
            String url = database.start(Files.createTempDirectory("dualsight-take"));
            try (ConfigurableApplicationContext console = SpringApplication.run(
                    DualsightApplication.class,
                    "--server.port=0",
                    "--spring.datasource.url=" + url,
                    "--dualsight.local-agent.enabled=false",
                    "--dualsight.admin.password=correct horse")) {
                TakeBench bench = new TakeBench(console.getBean(ReportController.class));
                bench.measure(name);
            }
            database.stop();
        }
        System.exit(0);
    }

    private void measure(String what) throws IOException {
        take(WARM_UP);
        long[] before = spent();
        int reports = take(ROUNDS);
        long[] after = spent();
        System.out.printf(
                "%s, 100 a request: %.1f us a report on the request's thread, %.1f us on the writer's, %,d bytes allocated by"
                        + " the first%n",
                what,
                (after[0] - before[0]) / 1000.0 / reports,
                (after[1] - before[1]) / 1000.0 / reports,
                (after[2] - before[2]) / reports);
    }

    private int take(int rounds) throws IOException {
        int reports = 0;
        for (int round = 0; round < rounds; round++) {
            List<byte[]> bodies = fleet.batches(Fleet.NODES, 1);
            long own = THREADS.getThreadCpuTime(Thread.currentThread().getId());
            long bytes = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
            for (byte[] body : bodies) {
                reports += controller.take(request(body), agent()).accepted();
            }
            ownNanos += THREADS.getThreadCpuTime(Thread.currentThread().getId()) - own;
            ownBytes += THREADS.getThreadAllocatedBytes(Thread.currentThread().getId()) - bytes;
        }
        return reports;
    }

    private static Caller.Node agent() {
        return new Caller.Node("bench", "bench", null);
    }

    private static MockHttpServletRequest request(byte[] body) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/api/v1/reports");
        request.setContentType("application/json");
        request.addHeader("Content-Encoding", "gzip");
        request.setContent(body);
        return request;
    }

    private long[] spent() {
        long writer = Arrays.stream(THREADS.getThreadInfo(THREADS.getAllThreadIds()))
                .filter(thread -> thread != null && thread.getThreadName().equals("store-writer"))
                .mapToLong(ThreadInfo::getThreadId)
                .findFirst()
                .orElseThrow();
        return new long[] {ownNanos, THREADS.getThreadCpuTime(writer), ownBytes};
    }
}
