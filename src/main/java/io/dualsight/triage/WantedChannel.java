package io.dualsight.triage;

import io.dualsight.contract.FieldError;
import io.dualsight.identity.BadFieldsException;
import io.dualsight.rule.Severity;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A channel that somebody wants.
 *
 * @param name what people shall call it
 * @param kind webhook, alertmanager or mail
 * @param target URL, or mail addresses joined with a comma
 * @param secret with which a webhook is signed; absent = it is not
 * @param severity the mildest that it wants to hear of; absent = warning
 * @param rule only of this one; absent = of all
 * @param cluster only of this one; absent = of all
 */
public record WantedChannel(
        @Nullable String name,
        @Nullable String kind,
        @Nullable String target,
        @Nullable String secret,
        @Nullable String severity,
        @Nullable String rule,
        @Nullable String cluster) {

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_TARGET = 2000;
    private static final int LONGEST_SECRET = 500;
    private static final int SHOWN = 100;

    /** This with blanks taken away. */
    public WantedChannel stripped() {
        return new WantedChannel(
                strip(name), strip(kind), strip(target), strip(secret), strip(severity), strip(rule), strip(cluster));
    }

    /** Without the secret: frameworks log what they read. */
    @Override
    public String toString() {
        return kind + " channel " + name;
    }

    private static @Nullable String strip(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /**
     * Checks it all.
     *
     * @throws BadFieldsException naming the fields that are wrong
     */
    public void check() {
        List<FieldError> errors = new ArrayList<>();
        boolean mail = "mail".equals(kind);
        if (name == null || name.length() > LONGEST_NAME || !isPlain(name)) {
            errors.add(error("name", name, "1 to 100 characters"));
        }
        if (kind == null || ChannelKind.of(kind).isEmpty()) {
            errors.add(error("kind", kind, "webhook, alertmanager or mail"));
        }
        if (target == null || !isReachable(target, mail)) {
            errors.add(error("target", target, mail ? "mail addresses" : "an http or https URL without a password"));
        }
        if (secret != null && secret.length() > LONGEST_SECRET) {
            errors.add(error("secret", "?", "at most 500 characters"));
        }
        checkFilter(errors);
        if (!errors.isEmpty()) {
            throw new BadFieldsException(errors);
        }
    }

    private void checkFilter(List<FieldError> errors) {
        if (severity != null && Severity.of(severity).isEmpty()) {
            errors.add(error("severity", severity, "critical, error, warning, info or unknown"));
        }
        if (rule != null && rule.length() > 64) {
            errors.add(error("rule", rule, "a rule's id of at most 64 characters"));
        }
        if (cluster != null && cluster.length() > 63) {
            errors.add(error("cluster", cluster, "a name of at most 63 characters"));
        }
    }

    private static boolean isReachable(String target, boolean mail) {
        return target.length() <= LONGEST_TARGET && isPlain(target) && (mail ? areMails(target) : isUrl(target));
    }

    /** The mildest that it wants to hear of. */
    public Severity least() {
        return severity == null ? Severity.WARNING : Severity.of(severity).orElseThrow();
    }

    private static FieldError error(String field, @Nullable String value, String expected) {
        String shown = value == null ? "missing" : value.substring(0, Math.min(value.length(), SHOWN));
        return new FieldError(field, shown.replaceAll("\\p{Cntrl}", "?"), expected);
    }

    private static boolean isPlain(String text) {
        return text.chars().noneMatch(Character::isISOControl);
    }

    private static boolean isUrl(String text) {
        try {
            URI uri = URI.create(text);
            boolean http = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            return http && uri.getHost() != null && uri.getUserInfo() == null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean areMails(String text) {
        return List.of(text.split(",")).stream()
                .allMatch(each -> each.strip().matches("[^\\s@,;<>\"]{1,64}@[^\\s@,;<>\"]{1,255}"));
    }
}
