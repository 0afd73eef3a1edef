package io.dualsight.identity;

import io.dualsight.contract.FieldError;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** What a password that somebody chooses must be: long, not the name, and no more than bcrypt hashes. */
final class PasswordRule {
    private static final int LEAST = 12;
    private static final int BCRYPT_BYTES = 72;
    private static final String EXPECTED =
            "at least " + LEAST + " characters, at most " + BCRYPT_BYTES + " bytes, and not the name";

    private PasswordRule() {}

    /** The value stays out of the answer. */
    static void require(String username, String password) {
        boolean good = password.codePointCount(0, password.length()) >= LEAST
                && password.getBytes(StandardCharsets.UTF_8).length <= BCRYPT_BYTES
                && !password.toLowerCase(Locale.ROOT).contains(username.toLowerCase(Locale.ROOT));
        if (!good) {
            throw new BadFieldsException(List.of(new FieldError("password", "not shown", EXPECTED)));
        }
    }
}
