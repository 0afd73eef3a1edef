package io.dualsight.rule;

import io.dualsight.detect.Phrase;
import io.dualsight.detect.TraceStep;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/**
 * The words of findings, family reasons and traces, in English or Simplified Chinese. Every text is a template filled
 * with a finding's evidence, so a finding that was stored can be shown in either language.
 */
public final class RuleTexts {

    private static final RuleTexts ENGLISH = new RuleTexts("texts_en.properties");
    private static final RuleTexts CHINESE = new RuleTexts("texts_zh.properties");

    private final Properties texts;

    private RuleTexts(String name) {
        this.texts = read(name);
    }

    /** The words in that language; English for every language but Chinese. */
    public static RuleTexts of(Locale locale) {
        return locale.getLanguage().equals("zh") ? CHINESE : ENGLISH;
    }

    private static Properties read(String name) {
        Properties properties = new Properties();
        try (InputStream in = RuleTexts.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is not beside " + RuleTexts.class.getName());
            }
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rule in a few words; its id where the rule is not known any more. */
    public String title(String rule) {
        return texts.getProperty(rule + ".title", rule);
    }

    /** What is wrong on this node, in one sentence with the evidence in it. */
    public String summary(String rule, Map<String, ?> evidence) {
        String template = evidence.containsKey(RuleBook.FAILURE) ? "failed.summary" : rule + ".summary";
        return filled(template, evidence).orElseGet(() -> title(rule));
    }

    /** Why it matters: what happens on such a node. */
    public String why(String rule) {
        return texts.getProperty(rule + ".why", "");
    }

    /** What to do, in words; the lines to copy are in the finding's {@link Remediation}. */
    public String fix(String rule, Map<String, ?> evidence) {
        return filled(rule + ".fix", evidence).orElse("");
    }

    /** The document or issue that backs the rule, such as {@code rancher/rke2#7454}; empty where there is none. */
    public Optional<String> source(String rule) {
        return Optional.ofNullable(ENGLISH.texts.getProperty(rule + ".source"));
    }

    /** A phrase in words. */
    public String say(Phrase phrase) {
        return filled(phrase.code(), phrase.values()).orElse(phrase.code());
    }

    /** Why a family's status is what it is. */
    public String reason(FamilyStatus status) {
        return say(status.reason());
    }

    /** One step of a choice. */
    public String step(TraceStep step) {
        return say(step.why());
    }

    private Optional<String> filled(String key, Map<String, ?> values) {
        return Optional.ofNullable(texts.getProperty(key)).map(template -> Template.fill(template, values));
    }

    Set<String> keys() {
        return texts.stringPropertyNames();
    }

    String template(String key) {
        return texts.getProperty(key, "");
    }
}
