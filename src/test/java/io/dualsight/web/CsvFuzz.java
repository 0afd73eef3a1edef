package io.dualsight.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.dualsight.Fuzz;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Every text becomes a cell that is read as it was and runs nothing. */
public final class CsvFuzz {
    private static final List<String> TEXTS =
            List.of("=1+1", "edge-0042", "-12.5", "@SUM(A1)", "a \"quoted\" text", "a\nb,c");

    private CsvFuzz() {}

    public static Fuzz cells() {
        return Fuzz.ofTexts("CSV cell", TEXTS, input -> {
            String text = new String(input, StandardCharsets.UTF_8);
            String cell = CsvFile.cell(text);
            assertThat(cell).isIn(text, "'" + text);
            assertThat(cell.matches("(?s)[=@\t\r].*")).isFalse();
            assertThat(cell.matches("(?s)[+-].*")).isEqualTo(text.matches("[+-]\\d+(\\.\\d+)?"));
            assertThat(reread(cell)).isEqualTo(cell);
        });
    }

    private static String reread(String cell) throws IOException {
        String line = CSVFormat.RFC4180.format("first", cell, "last");
        try (CSVParser parser = CSVParser.parse(new StringReader(line), CSVFormat.RFC4180)) {
            List<CSVRecord> records = parser.getRecords();
            assertThat(records).hasSize(1);
            assertThat(records.get(0).size()).isEqualTo(3);
            return records.get(0).get(1);
        }
    }
}
