package io.dualsight.bench;

import io.dualsight.Visitor;
import java.net.http.HttpResponse;
import org.HdrHistogram.Histogram;

/** One reader who looks at a page again and again. */
final class Pages {

    private static final int WARM_UP = 150;
    private static final int TIMES = 300;

    private final Visitor reader;

    Pages(int port) {
        reader = new Visitor(port);
        reader.signIn("admin", Console.PASSWORD);
    }

    /**
     * What a page costs.
     *
     * @param p50 milliseconds
     * @param p99 milliseconds
     * @param kilobytes of HTML
     */
    record Cost(double p50, double p99, long kilobytes) {}

    Cost look(String path) {
        for (int i = 0; i < WARM_UP; i++) {
            page(path);
        }
        Histogram times = new Histogram(3);
        long bytes = 0;
        for (int i = 0; i < TIMES; i++) {
            long start = System.nanoTime();
            bytes = page(path).body().length();
            times.recordValue((System.nanoTime() - start) / 1000);
        }
        return new Cost(times.getValueAtPercentile(50) / 1000.0, times.getValueAtPercentile(99) / 1000.0, bytes / 1024);
    }

    private HttpResponse<String> page(String path) {
        HttpResponse<String> page = reader.get(path, "Accept", "text/html");
        if (page.statusCode() != 200) {
            throw new IllegalStateException(path + " answered " + page.statusCode());
        }
        return page;
    }
}
