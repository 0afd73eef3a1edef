package io.dualsight.store;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Texts as columns hold them: what a sender may write and a database refuses is taken out. */
final class Text {

    /** Characters that a text column takes. */
    static final int LONGEST = 4096;

    private static final String CUT = " ...";

    private Text() {}

    /** Neither database takes half a surrogate pair; what is longer than a column ends in dots. */
    static String clean(String text) {
        String cut = text.length() <= LONGEST ? text : text.substring(0, LONGEST - CUT.length()) + CUT;
        return new String(cut.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    static @Nullable String cleanAbsent(@Nullable String text) {
        return text == null ? null : clean(text);
    }

    /** A list as one text; blanks around items go, as do items that are nothing else. */
    static String join(List<String> items) {
        return clean(String.join(
                " ",
                items.stream()
                        .map(String::strip)
                        .filter(item -> !item.isEmpty())
                        .toList()));
    }

    static List<String> split(String joined) {
        return joined.isEmpty() ? List.of() : List.of(joined.split(" "));
    }

    /** As a change shows it; nothing is absent. */
    static @Nullable String orAbsent(String text) {
        return text.isEmpty() ? null : text;
    }
}
