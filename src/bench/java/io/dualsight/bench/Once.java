package io.dualsight.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.dualsight.Visitor;
import io.dualsight.bench.Results.Bar;
import io.dualsight.contract.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Sees whether replicas do things once: receives their notifications, and has PostgreSQL note who took which job when. */
final class Once implements AutoCloseable {

    private static final String WATCH = """
            create table bench_turn (name text, held_until timestamp, taken_at timestamp, taken_by text, other boolean);
            create function bench_turn() returns trigger language plpgsql as $$ begin
              if tg_op = 'INSERT' then
                insert into bench_turn values (new.name, null, new.locked_at, new.locked_by, false);
              elsif new.locked_at <> old.locked_at then
                insert into bench_turn values
                  (new.name, old.lock_until, new.locked_at, new.locked_by, old.locked_by <> new.locked_by);
              end if;
              return new;
            end $$;
            create trigger bench_turn after insert or update on job_lock for each row execute function bench_turn()""";

    private final String url;
    private final HttpServer receiver;
    private final Map<String, Integer> deliveries = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> told = new ConcurrentHashMap<>();

    Once(String url) throws IOException {
        this.url = url;
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        receiver.createContext("/", this::receive);
        receiver.start();
    }

    private void receive(HttpExchange exchange) throws IOException {
        Map<?, ?> notice = (Map<?, ?>) Json.read(exchange.getRequestBody().readAllBytes());
        String delivery = String.valueOf(notice.get("delivery"));
        deliveries.merge(delivery, 1, Integer::sum);
        for (Object each : (List<?>) notice.get("findings")) {
            Map<?, ?> finding = (Map<?, ?>) each;
            told.computeIfAbsent(
                            finding.get("event") + " " + finding.get("rule") + " " + finding.get("node"),
                            any -> ConcurrentHashMap.newKeySet())
                    .add(delivery);
        }
        exchange.sendResponseHeaders(204, -1);
        exchange.close();
    }

    /** From now on; the console has made its tables. */
    void watch(Console console) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(WATCH);
        }
        String channel =
                "{\"name\":\"bench\",\"kind\":\"webhook\",\"severity\":\"unknown\",\"target\":\"http://127.0.0.1:"
                        + receiver.getAddress().getPort() + "/\"}";
        int status = new Visitor(console.port)
                .post("/api/v1/notification-channels", channel, Console.PROGRAM)
                .statusCode();
        if (status != 201) {
            throw new IllegalStateException("no channel: " + status);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(url, BareJdbc.user(url), "");
    }

    boolean report(Results results) throws SQLException, InterruptedException {
        awaitEmptyOutbox();
        long opened = number("select count(*) from finding_event where kind = 'opened'");
        long toldOpened = told.keySet().stream()
                .filter(each -> each.startsWith("opened "))
                .count();
        long twice = told.values().stream().filter(each -> each.size() > 1).count();
        long repeated = deliveries.values().stream().filter(count -> count > 1).count();
        boolean once = opened > 0 && toldOpened == opened && twice == 0;
        results.row(
                "findings that opened, and were told of",
                new Bar("each once", once),
                "%,d and %,d, %d of them in two deliveries; %d of %d deliveries came again with the same id",
                opened,
                toldOpened,
                twice,
                repeated,
                deliveries.size());
        long turns = number("select count(*) from bench_turn");
        long handed = number("select count(*) from bench_turn where other");
        long overlaps = number("select count(*) from bench_turn where other and held_until > taken_at");
        results.row(
                "turns of jobs",
                new Bar("one console at a time", turns > 0 && overlaps == 0),
                "%,d, %,d of them after the other console, %d while that still held it",
                turns,
                handed,
                overlaps);
        return once && turns > 0 && overlaps == 0;
    }

    private void awaitEmptyOutbox() throws SQLException, InterruptedException {
        for (int i = 0; i < 240 && number("select count(*) from alert_message where state = 'waiting'") > 0; i++) {
            Thread.sleep(500);
        }
    }

    private long number(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    @Override
    public void close() {
        receiver.stop(0);
    }
}
