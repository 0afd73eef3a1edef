package io.dualsight.identity;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a person may do. Each role may do all that the one before it may. */
public enum Role {
    /** Reads everything but tokens and the audit. */
    VIEWER,
    /** Works on findings too. */
    OPERATOR,
    /** Makes and revokes tokens too. */
    ADMIN;

    /** The word for it in the API and the database, in lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The role of that word; empty for any other text, upper case too. */
    public static Optional<Role> of(String word) {
        return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
    }

    List<Role> covered() {
        return Arrays.stream(values()).filter(role -> role.compareTo(this) <= 0).toList();
    }
}
