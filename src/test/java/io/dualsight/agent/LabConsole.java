package io.dualsight.agent;

import io.dualsight.contract.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A console in a lab host: prints its URL and writes the first report to a file. */
final class LabConsole {

    private LabConsole() {}

    /** Words: the address to listen on, and the file. */
    public static void main(String... words) throws IOException, InterruptedException {
        try (FakeConsole console = new FakeConsole(words[0])) {
            System.out.println(console.url());
            while (console.reports().isEmpty()) {
                Thread.sleep(10);
            }
            Files.writeString(Path.of(words[1]), Json.write(console.reports().get(0)));
            Thread.sleep(1000);
        }
    }
}
