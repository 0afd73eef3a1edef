package io.dualsight.contract;

import java.io.IOException;

/** YAML that cannot be read. Says where and why, and never what stands there: it may be a token. */
public final class YamlException extends IOException {

    private static final long serialVersionUID = 1;

    YamlException(String text, int at, String why) {
        super("line "
                + (1
                        + text.substring(0, Math.min(at, text.length()))
                                .chars()
                                .filter(c -> c == '\n')
                                .count()) + ": " + why);
    }
}
