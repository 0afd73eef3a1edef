package io.dualsight.cluster;

import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Says in a sentence why the API server did not give what was asked for. */
final class ApiFault {

    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int TOO_MANY = 429;
    private static final int FIRST_OF_SERVER = 500;

    /** As kube-apiserver words it ({@code apiserver/pkg/endpoints/handlers/responsewriters/errors.go}). */
    private static final Pattern MISSING = Pattern.compile("cannot (?<verb>\\w+) resource \"(?<resource>[^\"]+)\""
            + " in API group \"(?<group>[^\"]*)\"(?: in the namespace \"(?<namespace>[^\"]+)\")?");

    private ApiFault() {}

    /** Whether the API server is there and knows who asks, though it does not give what is asked for. */
    static boolean isRefusal(Throwable fault) {
        return code(fault)
                .filter(code -> code != UNAUTHORIZED && code < FIRST_OF_SERVER)
                .isPresent();
    }

    /** Whether the resource's kind does not exist there. */
    static boolean isUnknownKind(Throwable fault) {
        return code(fault).filter(code -> code == NOT_FOUND).isPresent();
    }

    /**
     * The fault as people are shown it.
     *
     * @param source what was asked for
     */
    static ClusterState.Trouble trouble(String source, Throwable fault) {
        return trouble(source, fault, null);
    }

    /**
     * The fault as people are shown it.
     *
     * @param source what was asked for
     * @param asked the permission that it took, where a refusal does not say it
     */
    static ClusterState.Trouble trouble(String source, Throwable fault, @Nullable String asked) {
        int code = code(fault).orElse(0);
        String said = code == FORBIDDEN ? permission(fault) : null;
        return new ClusterState.Trouble(source, detail(code, fault), code == FORBIDDEN && said == null ? asked : said);
    }

    private static String detail(int code, Throwable fault) {
        return switch (code) {
            case 0 -> unreachable(fault);
            case UNAUTHORIZED -> "The API server does not accept the credentials (401): they may have expired.";
            case FORBIDDEN -> "The API server forbids it (403).";
            case TOO_MANY -> "The API server is overloaded (429).";
            default -> "The API server answered " + code + ".";
        };
    }

    private static String unreachable(Throwable fault) {
        if (has(fault, SSLException.class)) {
            return "The API server's certificate is not trusted, or TLS failed.";
        }
        if (has(fault, HttpTimeoutException.class) || has(fault, TimeoutException.class)) {
            return "The API server does not answer in time.";
        }
        if (has(fault, UnresolvedAddressException.class)) {
            return "The API server's name is not known here.";
        }
        if (has(fault, ConnectException.class)) {
            return "Nothing listens at the API server's address, or there is no way to it.";
        }
        return has(fault, IOException.class)
                ? "The connection to the API server broke."
                : "The API server cannot be used: " + fault.getClass().getSimpleName() + ".";
    }

    private static @Nullable String permission(Throwable fault) {
        for (Throwable each = fault; each != null; each = each.getCause()) {
            Matcher missing = MISSING.matcher(String.valueOf(each.getMessage()));
            if (missing.find()) {
                String group = missing.group("group");
                String namespace = missing.group("namespace");
                return missing.group("verb") + " " + missing.group("resource")
                        + (group.isEmpty() ? "" : "." + group)
                        + (namespace == null ? "" : " in namespace " + namespace);
            }
        }
        return null;
    }

    private static Optional<Integer> code(Throwable fault) {
        for (Throwable each = fault; each != null; each = each.getCause()) {
            if (each instanceof KubernetesClientException answer && answer.getCode() > 0) {
                return Optional.of(answer.getCode());
            }
        }
        return Optional.empty();
    }

    private static boolean has(Throwable fault, Class<? extends Throwable> type) {
        for (Throwable each = fault; each != null; each = each.getCause()) {
            if (type.isInstance(each)) {
                return true;
            }
        }
        return false;
    }
}
