package io.dualsight.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SliceTests {

    private static List<Slice> of(Map<String, Long> counts) {
        return Slice.of(counts, WordingTests.in(Locale.ENGLISH), key -> "/nodes?verdict=" + key);
    }

    @Test
    void dividesTheStripByTheCountsAndLeavesOutWhatIsEmpty() {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("critical", 250L);
        counts.put("error", 0L);
        counts.put("ok", 750L);
        assertThat(of(counts))
                .containsExactly(
                        new Slice("critical", "250", "/nodes?verdict=critical", 0, 250),
                        new Slice("ok", "750", "/nodes?verdict=ok", 250, 750));
    }

    @Test
    void keepsOneNodeInTenThousandVisible() {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("critical", 1L);
        counts.put("ok", 9_999L);
        assertThat(of(counts).get(0).width()).isEqualTo(8);
        assertThat(of(counts).get(1).x()).isEqualTo(8);
    }

    @Test
    void isEmptyWithoutNodes() {
        assertThat(of(Map.of("ok", 0L))).isEmpty();
    }
}
