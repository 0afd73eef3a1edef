package io.dualsight.identity;

import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may sign in.
 *
 * @param username as typed at the sign-in, case counts
 * @param role what the person may do
 * @param clusters the only ones that the person may see; empty for all, and always for admins
 * @param origin who vouches for the person
 * @param times by the console's clock
 */
public record Person(String username, Role role, Set<String> clusters, Origin origin, Times times) {

    /** Who vouches for somebody. */
    public enum Origin {
        /** The console: the password is checked here. */
        PASSWORD,
        /** An OpenID Connect provider. */
        OIDC,
        /** A directory. */
        LDAP;

        /** The word for it in the database, in lower case. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * When what happened.
     *
     * @param createdAt since when the person is known
     * @param lastSignInAt absent before the first
     * @param disabledAt absent while the person may sign in
     */
    public record Times(
            Instant createdAt,
            @Nullable Instant lastSignInAt,
            @Nullable Instant disabledAt) {}

    /** Whether the person may sign in. */
    public boolean enabled() {
        return times.disabledAt() == null;
    }
}
