package io.dualsight.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MessagesTests {

    private static final Pattern LOOK_UP = Pattern.compile("#\\{([a-zA-Z][a-zA-Z0-9.-]*)[(}]");
    private static final Pattern PLACE = Pattern.compile("\\{\\d");

    private final Properties english = read("/messages.properties");
    private final Properties chinese = read("/messages_zh_CN.properties");

    private static Properties read(String name) {
        Properties texts = new Properties();
        try (Reader reader =
                new InputStreamReader(MessagesTests.class.getResourceAsStream(name), StandardCharsets.UTF_8)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return texts;
    }

    @Test
    void bothLanguagesHaveTheSameKeys() {
        assertThat(new TreeSet<>(chinese.stringPropertyNames()))
                .isEqualTo(new TreeSet<>(english.stringPropertyNames()));
    }

    @Test
    void noTextIsEmptyOrLeftInEnglish() {
        Set<String> same = new TreeSet<>(Set.of(
                "filter.cni",
                "change.cni",
                "change.nodeIp.kubernetes",
                "fact.cni",
                "fact.agent",
                "mib",
                "fact.cluster-cidr",
                "fact.service-cidr"));
        for (Map.Entry<Object, Object> each : chinese.entrySet()) {
            String key = (String) each.getKey();
            assertThat((String) each.getValue()).as(key).isNotBlank();
            if (!same.contains(key)) {
                assertThat(each.getValue()).as(key).isNotEqualTo(english.getProperty(key));
            }
        }
    }

    @Test
    void everyTextWithPlacesIsAMessageFormat() {
        Stream.of(english, chinese)
                .forEach(texts -> texts.forEach((key, text) -> {
                    if (PLACE.matcher((String) text).find()) {
                        assertThat(new MessageFormat((String) text, Locale.ENGLISH)
                                        .format(new Object[] {2, 2, 2, 2, 2, 2}))
                                .as("%s", key)
                                .doesNotContain("{");
                    }
                }));
    }

    @Test
    void everyTextThatATemplateNamesIsThere() throws IOException {
        Set<String> named = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/resources/templates"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Matcher matcher = LOOK_UP.matcher(Files.readString(file));
                while (matcher.find()) {
                    named.add(matcher.group(1));
                }
            }
        }
        assertThat(named).hasSizeGreaterThan(50);
        assertThat(english.stringPropertyNames()).containsAll(named);
    }

    @Test
    void countsInTheSingularAndThePlural() {
        MessageFormat text = new MessageFormat(english.getProperty("state.wrong"), Locale.ENGLISH);
        assertThat(text.format(new Object[] {1, "1"})).isEqualTo("One IPv6-only node has an incorrect node IP");
        assertThat(text.format(new Object[] {2, "2"})).isEqualTo("2 IPv6-only nodes have an incorrect node IP");
    }
}
