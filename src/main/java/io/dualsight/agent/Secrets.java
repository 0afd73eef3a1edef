package io.dualsight.agent;

import java.util.regex.Pattern;

/** Takes secrets out of text that leaves the node. */
final class Secrets {

    private static final String MASK = "***";

    /** Tokens of k3s and RKE2 ({@code K10<hash>::user:secret}) and of this product. */
    private static final Pattern TOKEN = Pattern.compile("K1[01][0-9a-fA-F]{16,}(::\\S*)?|ds[ap]_[A-Za-z0-9_-]{8,}");
    /** JSON Web Tokens, and bootstrap tokens of kubeadm. */
    private static final Pattern JWT = Pattern.compile(
            "eyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]*(\\.[A-Za-z0-9_-]*)?|\\b[a-z0-9]{6}\\.[a-z0-9]{16}\\b");

    private static final String NAME =
            "(?:pass(?:word|wd|phrase)?|secret|token|api[-_]?key|access[-_]?key|credentials?|authorization)[\\w-]{0,40}";
    /** A word that announces a secret, and the secret. */
    private static final Pattern ANNOUNCED = Pattern.compile(
            "(?i)(" + NAME + "[\"']?\\s*[=:]\\s*(?:(?:bearer|basic)\\s+)?)(\"[^\"]*\"|'[^']*'|[^\\s,;&\"']+)");
    /** The same as a flag, whose value may follow a blank. */
    private static final Pattern FLAG = Pattern.compile("(?i)(--[\\w-]{0,40}?" + NAME + "\\s+)[^\\s,;&\"']+");
    /** What follows the name of an HTTP scheme of authorization. */
    private static final Pattern BEARER = Pattern.compile("(?i)\\b((?:bearer|basic)\\s+)[A-Za-z0-9+/=._~-]{8,}");
    /** {@code scheme://user:password@host}. */
    private static final Pattern USER_INFO = Pattern.compile("(://[^/\\s:@]+:)[^/\\s@]+(?=@)");

    private Secrets() {}

    /** The text with whatever looks like a secret replaced by {@code ***}. */
    static String mask(String text) {
        String masked = TOKEN.matcher(text).replaceAll(MASK);
        masked = JWT.matcher(masked).replaceAll(MASK);
        masked = ANNOUNCED.matcher(masked).replaceAll("$1" + MASK);
        masked = FLAG.matcher(masked).replaceAll("$1" + MASK);
        masked = BEARER.matcher(masked).replaceAll("$1" + MASK);
        return USER_INFO.matcher(masked).replaceAll("$1" + MASK);
    }
}
