package io.dualsight.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * A CSV download that is written as its rows come: RFC 4180, UTF-8, a header row. Nothing is kept, so memory does not
 * grow with the rows.
 */
final class CsvFile {

    /** Up to here a double counts every whole number. */
    private static final double EXACT = 1L << 53;

    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(\\.\\d+)?");

    private static final int BUFFER = 32 * 1024;

    private final CSVPrinter printer;
    private final UtcText moments = new UtcText();

    private CsvFile(CSVPrinter printer) {
        this.printer = printer;
    }

    /** Begins the answer, so everything that can be refused must have been checked before. */
    static CsvFile start(HttpServletResponse response, String name, String header) throws IOException {
        response.setContentType("text/csv;charset=UTF-8;header=present");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
        // The encoder wants large pieces: cell by cell it took longer than all the rest.
        Writer out =
                new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8), BUFFER);
        CSVPrinter printer = new CSVPrinter(out, CSVFormat.RFC4180);
        printer.printRecord((Object[]) header.split(","));
        return new CsvFile(printer);
    }

    /** Writes a row: lists joined with one space, nothing for what is not known. */
    void row(List<@Nullable Object> values) {
        try {
            for (Object value : values) {
                printer.print(value instanceof Instant moment ? moments.of(moment) : cell(value));
            }
            printer.println();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text of a cell. What a spreadsheet would run as a formula is prefixed; numbers it would not. */
    static String cell(@Nullable Object value) {
        String text = text(value);
        boolean formula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
        return formula && !NUMBER.matcher(text).matches() ? "'" + text : text;
    }

    private static String text(@Nullable Object value) {
        if (value instanceof Collection<?> list) {
            return list.stream().map(String::valueOf).collect(Collectors.joining(" "));
        }
        if (value instanceof Double number) {
            return number == Math.rint(number) && Math.abs(number) < EXACT
                    ? Long.toString(number.longValue())
                    : BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
        }
        return value == null ? "" : value.toString();
    }

    /** Ends a file that is whole. One that is not must break off, or its reader would take it for whole. */
    void end() throws IOException {
        printer.flush();
    }
}
