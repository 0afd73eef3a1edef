package io.dualsight.bench;

import java.io.IOException;

/** Clients that send a byte now and then, or nothing at all. */
final class ClientFaults {
    private static final int SLOW = 300;
    private static final int IDLE = 10_000;
    private static final long LONGEST_PAGE = 2_000;
    private static final String HEAD = "Host: x\r\nContent-Length: 1000\r\n";

    private final FaultTable table;
    private final Console console;

    ClientFaults(FaultTable table, Console console) {
        this.table = table;
        this.console = console;
    }

    void run() throws IOException, InterruptedException {
        slow("heads", "GET /login HTTP/1.1\r\nHost: x\r\nX-Slow: ");
        slow(
                "sign-in forms",
                "POST /login HTTP/1.1\r\n" + HEAD + "Content-Type: application/x-www-form-urlencoded\r\n\r\nu");
        slow(
                "reports with a good token",
                "POST /api/v1/reports HTTP/1.1\r\n" + HEAD + "Content-Type: application/json\r\nAuthorization: Bearer "
                        + Console.AGENT + "\r\n\r\n{");
        slow(
                "reports without a token",
                "POST /api/v1/reports HTTP/1.1\r\n" + HEAD + "Content-Type: application/json\r\n\r\n{");
        idle();
    }

    /** A byte each every half second; then nothing more. */
    private void slow(String what, String first) throws IOException, InterruptedException {
        Ledger ledger = new Ledger(console);
        ledger.start();
        try (Crowd crowd = new Crowd(console.port, SLOW, first)) {
            Thread.sleep(500);
            ledger.answers();
            long worst = crowd.worstPage("x");
            String others = ledger.answers();
            long silent = crowd.untilClosed();
            ledger.stop();
            row(SLOW + " slow clients: " + what, worst, others, ledger, silent);
        }
    }

    private void idle() throws IOException, InterruptedException {
        Ledger ledger = new Ledger(console);
        ledger.start();
        try (Crowd crowd = new Crowd(console.port, IDLE, "")) {
            ledger.answers();
            long worst = crowd.worstPage("");
            String others = ledger.answers();
            long silent = crowd.untilClosed();
            ledger.stop();
            row(String.format("%,d idle connections", crowd.size()), worst, others, ledger, silent);
        }
    }

    @SuppressWarnings("ParameterNumber") // what a row says
    private void row(String fault, long worst, String others, Ledger ledger, long silent) throws InterruptedException {
        long lost = ledger.lost();
        table.add(new FaultTable.Row(
                fault,
                worst < LONGEST_PAGE && others.matches("[0-9,]+ × 200") && silent < Crowd.LONGEST && lost == 0,
                "slowest sign-in page of others " + worst + " ms; reports of others: " + others,
                "all are hung up on within " + silent + " s of silence",
                String.format("%,d, %d", ledger.acknowledged(), lost),
                "nobody noticed"));
    }
}
