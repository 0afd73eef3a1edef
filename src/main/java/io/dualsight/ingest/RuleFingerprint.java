package io.dualsight.ingest;

import io.dualsight.rule.RuleBook;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Of everything that a judgement follows from but the facts: the limits, and the code and data files of the packages
 * that judge. So nobody has to remember a version number when a rule changes.
 */
@Component
class RuleFingerprint {
    private static final String[] JUDGING = {"contract", "detect", "rule"};

    private final String text;

    RuleFingerprint(RuleBook rules) {
        try {
            this.text = of(rules);
        } catch (IOException e) {
            throw new UncheckedIOException("the console cannot read its own classes", e);
        }
    }

    /** 64 hexadecimal digits. */
    String text() {
        return text;
    }

    private static String of(RuleBook rules) throws IOException {
        MessageDigest digest = sha256();
        digest.update((rules.thresholds() + " without " + new TreeSet<>(rules.off())).getBytes(StandardCharsets.UTF_8));
        for (Resource file : files().values()) {
            try (InputStream in = file.getInputStream()) {
                digest.update(in.readAllBytes());
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** By name, whatever order the class path has them in. */
    private static Map<String, Resource> files() throws IOException {
        Map<String, Resource> files = new TreeMap<>(Comparator.naturalOrder());
        PathMatchingResourcePatternResolver resolver = new PathMatchingResourcePatternResolver();
        for (String name : JUDGING) {
            for (Resource file : resolver.getResources("classpath*:io/dualsight/" + name + "/*")) {
                if (file.isReadable() && file.getFilename() != null) {
                    files.put(name + "/" + file.getFilename(), file);
                }
            }
        }
        return files;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JRE has SHA-256", e);
        }
    }
}
