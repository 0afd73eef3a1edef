package io.dualsight.bench;

import io.dualsight.Visitor;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Opens each export of the demo fleet in LibreOffice, and ends with 1 where a sheet has other columns or rows than the
 * file, a number is not a number or anything else is one, or a cell has become a formula.
 */
final class Spreadsheets {

    private static final Map<String, Set<String>> NUMBERS = Map.of(
            "nodes", Set.of("last_ready_seconds", "start_attempts_24h", "start_failures_24h", "failure_rate_24h"),
            "reports", Set.of("ready_seconds", "probe_errors"),
            "findings", Set.of("id", "occurrences"),
            "ready-times", Set.of("ready_seconds"),
            "failure-rates", Set.of("attempts", "failures", "rate"),
            "changes", Set.of());

    private final Path folder;

    private Spreadsheets(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException, XMLStreamException {
        Spreadsheets sheets = new Spreadsheets(Files.createTempDirectory("dualsight-sheets"));
        boolean good = true;
        try (Console console = new Console(sheets.folder, "jdbc:h2:mem:sheets", "--dualsight.demo.enabled=true")) {
            console.start();
            while (console.said("Simulated").isEmpty()) {
                Thread.sleep(500);
            }
            for (String name : new TreeSet<>(NUMBERS.keySet())) {
                good &= sheets.check(name, new Visitor(console.port));
            }
        }
        System.exit(good ? 0 : 1);
    }

    private boolean check(String name, Visitor visitor) throws IOException, InterruptedException, XMLStreamException {
        String csv = visitor.get("/api/v1/exports/" + name + ".csv?from=now-30d", Console.PROGRAM)
                .body();
        List<List<String>> rows = rows(csv);
        Path file = Files.writeString(folder.resolve(name + ".csv"), csv, StandardCharsets.UTF_8);
        Sheet sheet = open(file);
        List<String> wrong = sheet.differences(rows, NUMBERS.get(name));
        System.out.printf(
                "%-14s %,7d rows, %2d columns: %s%n",
                name, rows.size() - 1, rows.get(0).size(), wrong.isEmpty() ? "as in the file" : wrong);
        return wrong.isEmpty();
    }

    private static List<List<String>> rows(String csv) throws IOException {
        try (CSVParser parser = CSVFormat.RFC4180.parse(new StringReader(csv))) {
            return parser.stream().map(CSVRecord::toList).toList();
        }
    }

    /** As flat XML, which tells of each cell what it is. */
    private Sheet open(Path csv) throws IOException, InterruptedException, XMLStreamException {
        Process process = new ProcessBuilder(
                        "soffice",
                        "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                        "--headless",
                        "--convert-to",
                        "fods",
                        "--outdir",
                        folder.toString(),
                        csv.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (process.waitFor() != 0) {
            throw new IOException("LibreOffice does not open " + csv);
        }
        Path made = folder.resolve(csv.getFileName().toString().replace(".csv", ".fods"));
        try (var in = Files.newInputStream(made)) {
            return Sheet.read(XMLInputFactory.newFactory().createXMLStreamReader(in));
        }
    }

    /** A cell: what it shows, and LibreOffice's name for what it is; a formula's is {@code formula}. */
    private record Cell(String text, String type) {}

    private record Sheet(List<List<Cell>> rows) {

        private static final String OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
        private static final String TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";

        static Sheet read(XMLStreamReader in) throws XMLStreamException {
            List<List<Cell>> rows = new ArrayList<>();
            while (in.hasNext()) {
                if (in.next() == XMLStreamReader.START_ELEMENT) {
                    String name = in.getLocalName();
                    if (name.equals("table-row")) {
                        rows.add(new ArrayList<>());
                    } else if (name.equals("table-cell")) {
                        List<Cell> row = rows.get(rows.size() - 1);
                        int times = number(in, "number-columns-repeated");
                        Cell cell = cell(in);
                        for (int i = 0; i < times && row.size() < 100; i++) {
                            row.add(cell);
                        }
                    }
                }
            }
            return new Sheet(rows);
        }

        private static int number(XMLStreamReader in, String attribute) {
            String value = in.getAttributeValue(TABLE, attribute);
            return value == null ? 1 : Integer.parseInt(value);
        }

        private static Cell cell(XMLStreamReader in) throws XMLStreamException {
            String type = in.getAttributeValue(OFFICE, "value-type");
            if (in.getAttributeValue(TABLE, "formula") != null) {
                type = "formula";
            }
            StringBuilder text = new StringBuilder();
            int depth = 1;
            while (depth > 0) {
                switch (in.next()) {
                    case XMLStreamReader.START_ELEMENT -> depth++;
                    case XMLStreamReader.END_ELEMENT -> depth--;
                    // Between the cell and its paragraphs stands indentation.
                    case XMLStreamReader.CHARACTERS -> text.append(depth > 1 ? in.getText() : "");
                    default -> {}
                }
            }
            return new Cell(text.toString(), type == null ? "" : type);
        }

        List<String> differences(List<List<String>> file, Set<String> numbers) {
            List<String> wrong = new ArrayList<>();
            List<String> head = file.get(0);
            if (!texts(0, head.size()).equals(head)) {
                wrong.add("the head is " + texts(0, head.size()));
            }
            long filled = rows.stream()
                    .filter(row -> row.stream().anyMatch(cell -> !cell.type().isEmpty()))
                    .count();
            if (filled != file.size()) {
                wrong.add(filled + " rows");
            }
            types(head, file.size()).forEach((column, types) -> {
                if (!Set.of(numbers.contains(column) ? "float" : "string").containsAll(types)) {
                    wrong.add(column + " is " + types);
                }
            });
            return wrong;
        }

        private List<String> texts(int row, int columns) {
            return rows.get(row).stream().limit(columns).map(Cell::text).toList();
        }

        /** What the cells of each column are; empty ones are nothing. */
        private Map<String, Set<String>> types(List<String> head, int size) {
            Map<String, Set<String>> types = new LinkedHashMap<>();
            for (List<Cell> row : rows.subList(1, size)) {
                for (int i = 0; i < Math.min(head.size(), row.size()); i++) {
                    if (!row.get(i).type().isEmpty()) {
                        types.computeIfAbsent(head.get(i), column -> new TreeSet<>())
                                .add(row.get(i).type());
                    }
                }
            }
            return types;
        }
    }
}
