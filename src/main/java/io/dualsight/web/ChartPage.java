package io.dualsight.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;

/** A chart as a file: exactly what a page shows. */
@Controller
class ChartPage {

    static final Duration USUAL = Duration.ofDays(7);

    private static final MediaType SVG = new MediaType("image", "svg+xml", StandardCharsets.UTF_8);

    private final Charts charts;
    private final Wordings wordings;

    ChartPage(Charts charts, Wordings wordings) {
        this.charts = charts;
        this.wordings = wordings;
    }

    @GetMapping(path = "/charts/{name}.csv", produces = "text/csv")
    void csv(
            @PathVariable String name,
            @RequestParam Map<String, String> parameters,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        Chart chart = chart(name, parameters, locale);
        List<String> header = new ArrayList<>(List.of("bucket_start"));
        chart.columns().forEach(column -> header.add(column.key().replace('-', '_')));
        CsvFile file = CsvFile.start(response, "dualsight-" + name + ".csv", String.join(",", header));
        for (Chart.Row row : chart.rows()) {
            file.row(Stream.concat(
                            Stream.of(row.start().iso()), row.cells().stream().map(Chart.Cell::text))
                    .<@Nullable Object>map(text -> text)
                    .toList());
        }
        file.end();
    }

    @GetMapping(path = "/charts/{name}.svg", produces = "image/svg+xml")
    @SuppressWarnings("ParameterNumber") // what Spring hands in
    String svg(
            @PathVariable String name,
            @RequestParam Map<String, String> parameters,
            Locale locale,
            Model model,
            ServletWebRequest exchange) {
        model.addAttribute("chart", chart(name, parameters, locale));
        // What the view takes for negotiated; it would say HTML otherwise.
        exchange.setAttribute(View.SELECTED_CONTENT_TYPE, SVG, RequestAttributes.SCOPE_REQUEST);
        Objects.requireNonNull(exchange.getResponse())
                .setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"dualsight-" + name + ".svg\"");
        return "picture";
    }

    private Chart chart(String name, Map<String, String> parameters, Locale locale) {
        ChartQuestion question = charts.question("/", parameters, Map.of(), USUAL);
        if (question.mistake() != null) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        return charts.named(name, question, wordings.in(locale))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
