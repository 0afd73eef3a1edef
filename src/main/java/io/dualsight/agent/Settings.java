package io.dualsight.agent;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the flags of one run mean.
 *
 * @param names under which it reports
 * @param target where it reports to; absent where nothing is sent
 * @param pace how often, and where unsent reports wait
 * @param source where the facts are read
 */
record Settings(Names names, @Nullable Target target, Pace pace, Source source) {

    static final Duration DEFAULT_INTERVAL = Duration.ofSeconds(60);
    private static final long DEFAULT_SPOOL = 16L << 20;
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofDays(1);
    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(s|m|h|)");
    private static final Pattern SIZE = Pattern.compile("(\\d{1,12})(?:(K|M|G)i?B?)?", Pattern.CASE_INSENSITIVE);

    /**
     * Names under which it reports.
     *
     * @param cluster absent where the token says it
     * @param node absent where the host says it
     */
    record Names(@Nullable String cluster, @Nullable String node) {}

    /**
     * Where it reports to.
     *
     * @param server the console's base URL
     * @param token as given; absent where it is in a file, or where there is none
     * @param tokenFile read anew for each request, since Kubernetes renews projected tokens
     * @param caFile certificates in PEM to trust instead of the JDK's
     */
    record Target(
            URI server,
            @Nullable String token,
            @Nullable Path tokenFile,
            @Nullable Path caFile) {}

    /**
     * When it reports.
     *
     * @param interval the time between two reports
     * @param chosen whether somebody asked for that interval
     * @param spool the folder where unsent reports wait; absent: only the newest waits, in memory
     * @param spoolBytes the room for them
     */
    record Pace(Duration interval, boolean chosen, @Nullable Path spool, long spoolBytes) {}

    /**
     * Where the facts are read.
     *
     * @param hostRoot where the host's file system is mounted
     * @param configDir the folder of {@code config.yaml}; absent where the distribution says it
     */
    record Source(Path hostRoot, @Nullable String configDir) {}

    /** Reads the flags. */
    static Settings of(Flags flags) throws UsageException {
        return new Settings(names(flags), target(flags), pace(flags), source(flags));
    }

    private static Names names(Flags flags) throws UsageException {
        String cluster = flags.value("cluster").orElse(null);
        if (cluster != null && !io.dualsight.contract.Names.isCluster(cluster)) {
            throw new UsageException("--cluster", cluster, io.dualsight.contract.Names.CLUSTER_FORM);
        }
        String node = flags.value("node").orElse(null);
        if (node != null && !io.dualsight.contract.Names.isNode(node)) {
            throw new UsageException("--node", node, io.dualsight.contract.Names.NODE_FORM);
        }
        return new Names(cluster, node);
    }

    private static @Nullable Target target(Flags flags) throws UsageException {
        Optional<String> server = flags.value("server");
        if (server.isEmpty()) {
            return null;
        }
        // one on the command line beats the other in the environment
        boolean file = flags.isGiven("token-file") || !flags.isGiven("token");
        Optional<String> tokenFile = file ? flags.value("token-file") : Optional.empty();
        Optional<String> token = tokenFile.isPresent() ? Optional.empty() : flags.value("token");
        if (flags.isGiven("token") && flags.isGiven("token-file")) {
            throw new UsageException("--token", "given beside --token-file", "one of the two");
        }
        return new Target(
                server(server.get()),
                token.map(String::strip).orElse(null),
                tokenFile.map(Path::of).orElse(null),
                flags.value("ca-file").map(Path::of).orElse(null));
    }

    private static URI server(String text) throws UsageException {
        String expected = "a URL such as https://console.example:8443 or http://[2001:db8::1]:8080";
        try {
            URI uri = new URI(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
            boolean http = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            boolean plain = uri.getRawUserInfo() == null && uri.getRawQuery() == null && uri.getRawFragment() == null;
            if (http && plain && uri.getHost() != null) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // said below
        }
        throw new UsageException("--server", text.replaceAll("//[^/@]*@", "//***@"), expected);
    }

    private static Pace pace(Flags flags) throws UsageException {
        Optional<String> interval = flags.value("interval");
        Optional<String> bytes = flags.value("spool-max-bytes");
        return new Pace(
                interval.isPresent() ? duration(interval.get()) : DEFAULT_INTERVAL,
                interval.isPresent(),
                flags.value("spool").map(Path::of).orElse(null),
                bytes.isPresent() ? size(bytes.get()) : DEFAULT_SPOOL);
    }

    private static Duration duration(String text) throws UsageException {
        Matcher form = DURATION.matcher(text);
        if (form.matches()) {
            long number = Long.parseLong(form.group(1));
            Duration duration = switch (form.group(2)) {
                case "h" -> Duration.ofHours(number);
                case "m" -> Duration.ofMinutes(number);
                default -> Duration.ofSeconds(number);
            };
            if (duration.compareTo(SHORTEST) >= 0 && duration.compareTo(LONGEST) <= 0) {
                return duration;
            }
        }
        throw new UsageException("--interval", text, "1s to 24h, such as 60s or 5m");
    }

    private static long size(String text) throws UsageException {
        Matcher form = SIZE.matcher(text);
        if (!form.matches()) {
            throw new UsageException("--spool-max-bytes", text, "a number of bytes such as 16777216, or 16M");
        }
        String unit = String.valueOf(form.group(2)).toUpperCase(java.util.Locale.ROOT);
        int shift = "K".equals(unit) ? 10 : "M".equals(unit) ? 20 : "G".equals(unit) ? 30 : 0;
        return Long.parseLong(form.group(1)) << shift;
    }

    private static Source source(Flags flags) throws UsageException {
        Path root = Path.of(flags.value("host-root").orElse("/"));
        if (!java.nio.file.Files.isDirectory(root)) {
            throw new UsageException("--host-root", root.toString(), "a folder that is there");
        }
        String configDir = flags.value("config-dir").orElse(null);
        if (configDir != null && !configDir.startsWith("/")) {
            throw new UsageException("--config-dir", configDir, "an absolute path on the host");
        }
        return new Source(root, configDir);
    }
}
