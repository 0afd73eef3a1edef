package io.dualsight.identity;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The first admin.
 *
 * @param username 1 to 64 characters
 * @param password at most 72 bytes, more than bcrypt hashes; set at every start where present; where absent (or empty,
 *     as unset variables of compose files are) and there is nobody yet, one is made and printed
 */
@ConfigurationProperties("dualsight.admin")
record AdminSettings(
        @DefaultValue("admin") String username, @Nullable String password) {
    private static final int BCRYPT_BYTES = 72;
    private static final int USERNAME = 64;

    AdminSettings {
        if (username.isBlank() || username.length() > USERNAME) {
            throw new IllegalArgumentException(
                    "dualsight.admin.username: \"%s\"; expected 1 to %d characters".formatted(username, USERNAME));
        }
        password = password == null || password.isEmpty() ? null : password;
        if (password != null && password.getBytes(StandardCharsets.UTF_8).length > BCRYPT_BYTES) {
            throw new IllegalArgumentException(
                    "dualsight.admin.password: too long; expected at most " + BCRYPT_BYTES + " bytes");
        }
    }
}
