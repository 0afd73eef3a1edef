package io.dualsight.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletResponse;

class CsvFileTests {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+cmd", "-cmd", "@sum", "\tx", "\rx", "=", "-", "1-", "--1", "-1.", "-0x1"})
    void prefixesWhatASpreadsheetMightRun(String text) {
        String expected = text.equals("1-") ? text : "'" + text;
        assertThat(CsvFile.cell(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "+1", "-1.5", "0", "2001:db8::1", "::1", "a=b", "'x", ""})
    void leavesNumbersAndOtherTextsAlone(String text) {
        assertThat(CsvFile.cell(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"101.0,101", "0.5,0.5", "12345678.25,12345678.25", "-3.0,-3"})
    void writesNumbersWithADotAndWithoutAnExponent(double number, String text) {
        assertThat(CsvFile.cell(number)).isEqualTo(text);
    }

    @Test
    void joinsListsWithASpaceAndGuardsTheWhole() {
        assertThat(CsvFile.cell(List.of("10.0.0.10", "2001:db8::1"))).isEqualTo("10.0.0.10 2001:db8::1");
        assertThat(CsvFile.cell(List.of("@a", "b"))).isEqualTo("'@a b");
        assertThat(CsvFile.cell(List.of())).isEmpty();
        assertThat(CsvFile.cell(null)).isEmpty();
    }

    @Test
    void quotesAndEndsLinesAsRfc4180Says() throws IOException {
        MockHttpServletResponse response = new MockHttpServletResponse();
        CsvFile file = CsvFile.start(response, "x.csv", "one,two");
        file.row(List.of("a,b", "say \"hi\""));
        file.row(Arrays.asList("a\nb", null));
        file.end();
        assertThat(response.getContentAsString(StandardCharsets.UTF_8))
                .isEqualTo("one,two\r\n\"a,b\",\"say \"\"hi\"\"\"\r\n\"a\nb\",\r\n");
        assertThat(response.getHeader("Content-Disposition")).isEqualTo("attachment; filename=\"x.csv\"");
        assertThat(response.getContentType()).startsWith("text/csv;charset=UTF-8");
    }
}
