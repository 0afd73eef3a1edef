package io.dualsight.bench;

import io.dualsight.Visitor;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What open pages cost: a fleet of 10,000 nodes sends 1,000 reports/s, without a page and with 50 that list 50 nodes each;
 * then 1,000 pages come and go.
 */
final class Live {

    private static final int FLEET = 10_000;
    private static final int PAGES = 50;
    private static final int NODES_A_PAGE = 50;
    private static final int A_REQUEST = 100;
    private static final int REQUESTS_A_SECOND = 10;
    private static final Duration MEASURED = Duration.ofSeconds(Integer.getInteger("bench.seconds", 30));
    private static final int COME_AND_GO = 1000;
    private static final int AT_ONCE = 250;

    private final Console console;
    private final Reports reports = new Reports();
    private final AtomicLong heard = new AtomicLong();
    private final String session;
    private int next;

    private Live(Console console) {
        this.console = console;
        Visitor reader = new Visitor(console.port);
        reader.signIn("admin", Console.PASSWORD);
        this.session = reader.cookie("dualsight");
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        try (Console console =
                new Console(Files.createTempDirectory("dualsight-live"), "jdbc:h2:mem:live;DB_CLOSE_DELAY=-1")) {
            console.start();
            new Live(console).run();
        }
        System.exit(0);
    }

    private void run() throws IOException, InterruptedException {
        send(Duration.ofSeconds(2L * FLEET / (A_REQUEST * REQUESTS_A_SECOND)));
        say("no page open", send(MEASURED));
        List<Socket> pages = new ArrayList<>();
        for (int page = 0; page < PAGES; page++) {
            pages.add(open(nodes(page * NODES_A_PAGE)));
        }
        send(Duration.ofSeconds(5));
        heard.set(0);
        double seconds = send(MEASURED);
        say(PAGES + " pages open", seconds);
        System.out.printf("%,.0f bytes per page and minute%n", 60.0 * heard.get() / PAGES / MEASURED.toSeconds());
        leave(pages);
        comeAndGo();
    }

    private static void say(String when, double processorSeconds) {
        System.out.printf(
                "%s, %,d reports/s: %.1f %% of a core%n",
                when, A_REQUEST * REQUESTS_A_SECOND, 100 * processorSeconds / MEASURED.toSeconds());
    }

    /** Reports at the given rate; answers the processor time that the console took meanwhile. */
    private double send(Duration time) throws IOException, InterruptedException {
        double before = console.processorSeconds();
        try (Wire wire = new Wire(console.port)) {
            Instant begin = Instant.now();
            for (int i = 0; i < time.toSeconds() * REQUESTS_A_SECOND; i++) {
                byte[] body = reports.batch(next, A_REQUEST, Instant.now());
                next = (next + A_REQUEST) % FLEET;
                if (wire.post(body, true) != 200) {
                    throw new IOException(wire.body());
                }
                Instant due = begin.plusMillis(1000L * (i + 1) / REQUESTS_A_SECOND);
                Thread.sleep(Math.max(0, Duration.between(Instant.now(), due).toMillis()));
            }
        }
        return console.processorSeconds() - before;
    }

    private static String nodes(int first) {
        StringBuilder query = new StringBuilder("?");
        for (int node = first; node < first + NODES_A_PAGE; node++) {
            String name = URLEncoder.encode("bench/" + Reports.name(node), StandardCharsets.UTF_8);
            query.append(node == first ? "" : "&").append("node=").append(name);
        }
        return query.toString();
    }

    /** A page that counts what it hears until it is closed. */
    private Socket open(String query) throws IOException {
        Socket page = new Socket("127.0.0.1", console.port);
        String head = "GET /live" + query + " HTTP/1.1\r\nHost: bench\r\nCookie: dualsight=" + session + "\r\n\r\n";
        page.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        InputStream in = page.getInputStream();
        byte[] start = new byte[8192];
        int read = in.read(start);
        if (read < 0 || !new String(start, 0, read, StandardCharsets.US_ASCII).startsWith("HTTP/1.1 200")) {
            throw new IOException("no stream");
        }
        Thread listener = new Thread(() -> listen(in));
        listener.setDaemon(true);
        listener.start();
        return page;
    }

    private void listen(InputStream in) {
        byte[] some = new byte[8192];
        try {
            for (int read = in.read(some); read >= 0; read = in.read(some)) {
                heard.addAndGet(read);
            }
        } catch (SocketException e) {
            // Closed by this side.
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void leave(List<Socket> pages) throws IOException {
        for (Socket page : pages) {
            page.setSoLinger(true, 0);
            page.close();
        }
    }

    private void comeAndGo() throws IOException, InterruptedException {
        double before = console.liveHeap();
        for (int gone = 0; gone < COME_AND_GO; gone += AT_ONCE) {
            List<Socket> pages = new ArrayList<>();
            for (int page = 0; page < AT_ONCE; page++) {
                pages.add(open(""));
            }
            leave(pages);
            while (console.meter("dualsight_live_pages") > 0) {
                Thread.sleep(500);
            }
        }
        System.out.printf(
                "after %,d pages that came and went: %.0f open, live heap %.1f MiB, before %.1f MiB%n",
                COME_AND_GO, console.meter("dualsight_live_pages"), console.liveHeap(), before);
    }
}
