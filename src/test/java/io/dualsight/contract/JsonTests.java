package io.dualsight.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.ObjectMapper;

class JsonTests {

    private final ObjectMapper jackson = new ObjectMapper();

    @Test
    void readsEveryKindOfValue() {
        Object tree = Json.read(" {\"a\":[1,-2.5,1e3,true,false,null,\"\\u00e9\\n\\\"\\\\\\/\"],\"b\":{},\"c\":[]} ");
        Map<String, Object> expected = new LinkedHashMap<>();
        expected.put("a", Arrays.asList(1L, -2.5, 1000.0, true, false, null, "é\n\"\\/"));
        expected.put("b", Map.of());
        expected.put("c", List.of());
        assertThat(tree).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "[",
                "\"",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\":1,}",
                "[1,]",
                "[1 2]",
                "{a:1}",
                "01",
                "1.",
                ".5",
                "+1",
                "tru",
                "nul",
                "NaN",
                "'a'",
                "\"\\x\"",
                "\"\\u12g4\"",
                "\"a\nb\"",
                "[] []",
                "{\"a\":1}}",
                "1e",
                "-",
                "\u0000",
                "[1}"
            })
    void refusesWhatIsNoJson(String text) {
        assertThatThrownBy(() -> Json.read(text)).isInstanceOf(MalformedJsonException.class);
    }

    @Test
    void readsDownToTheDepthLimitAndNotBeyond() {
        int limit = Limits.JSON_DEPTH;
        assertThat(Json.read("[".repeat(limit) + "]".repeat(limit))).isInstanceOf(List.class);
        assertThatThrownBy(() -> Json.read("[".repeat(limit + 1) + "]".repeat(limit + 1)))
                .isInstanceOf(MalformedJsonException.class)
                .hasMessageContaining("deeper than 16");
        assertThatThrownBy(() -> Json.read("[".repeat(1_000_000))).isInstanceOf(MalformedJsonException.class);
    }

    @Test
    void saysWhatStandsWhere() {
        assertThatThrownBy(() -> Json.read("{\"a\":1,]")).hasMessage("']' at line 1, column 8; expected a key");
    }

    @Test
    void writesWhatJacksonReadsEqual() {
        Random random = new Random(16);
        for (int i = 0; i < 500; i++) {
            Object tree = tree(random, 0);
            assertThat(jackson.readValue(Json.write(tree), Object.class))
                    .usingRecursiveComparison()
                    .withComparatorForType((a, b) -> Double.compare(a.doubleValue(), b.doubleValue()), Number.class)
                    .isEqualTo(jackson.readValue(jackson.writeValueAsString(tree), Object.class));
            assertThat(Json.read(Json.bytes(tree))).isEqualTo(tree);
            assertThat(Json.read(Json.pretty(tree))).isEqualTo(tree);
        }
    }

    private static Object tree(Random random, int depth) {
        return switch (random.nextInt(depth > 4 ? 4 : 6)) {
            case 0 -> random.nextLong() >> 8;
            case 1 -> random.nextDouble();
            case 2 -> random.nextBoolean();
            case 3 -> text(random);
            case 4 -> List.of(tree(random, depth + 1), tree(random, depth + 1));
            default -> Map.of(text(random), tree(random, depth + 1));
        };
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        random.ints(8, 0, 0x11000)
                .filter(c -> c > 0xffff || !Character.isSurrogate((char) c))
                .forEach(text::appendCodePoint);
        return text.toString();
    }

    @Test
    void writesHalvesOfPairsAsEscapes() {
        String written = Json.write("a\ud800b\udc00");
        assertThat(new String(written.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                .isEqualTo(written);
        assertThat(Json.read(written)).isEqualTo("a\ud800b\udc00");
    }

    @Test
    void refusesToWriteWhatJsonDoesNotHave() {
        assertThatThrownBy(() -> Json.write(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Json.write(new Object())).isInstanceOf(IllegalArgumentException.class);
    }
}
