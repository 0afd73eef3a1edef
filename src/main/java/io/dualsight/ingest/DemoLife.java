package io.dualsight.ingest;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** When a simulated node starts, on which version, and when it falls silent. The same for the same seed and anchor. */
final class DemoLife {

    private static final long DAY = 86_400;
    private static final int LONGEST_UPTIME_DAYS = 45;
    private static final double STARTS_A_DAY = 1 / 9.0;
    private static final int FIRST_LAGGARD = 104;
    private static final int FIRST_STUCK = 115;

    private final DemoNode node;
    private final Instant anchor;

    /** Counted back from {@code anchor}, the moment at which the fleet was first shown. */
    DemoLife(DemoNode node, Instant anchor) {
        this.node = node;
        this.anchor = anchor;
    }

    /**
     * One start of the node's service.
     *
     * @param failures attempts of the CNI's pod that fail before one succeeds
     * @param readySeconds until the node is Ready; 0 where it never is
     * @param version that runs from here on
     */
    record Start(Instant at, int failures, int readySeconds, String version) {

        boolean readyBy(Instant time) {
            return readySeconds > 0 && !time.isBefore(at.plusSeconds(readySeconds));
        }

        /** Attempts that have failed by then; without a success the back-off is five minutes in the end. */
        int failedBy(Instant time) {
            long seconds = Math.max(0, Duration.between(at, time).toSeconds());
            if (readySeconds == 0) {
                return (int) (seconds / 60 < 10 ? seconds / 120 : 3 + seconds / 300);
            }
            return (int) Math.min(failures, seconds * (failures + 1) / readySeconds);
        }
    }

    /** The start before {@code time} that is nearest to it. */
    Start lastStart(Instant time) {
        Instant at = lastRestart(time);
        Instant upgrade = upgradeAt();
        if (!upgrade.isAfter(time) && upgrade.isAfter(at)) {
            at = upgrade;
        }
        if (isStuck() && !stuckSince().isAfter(time)) {
            return new Start(stuckSince(), 0, 0, version(time));
        }
        return start(at);
    }

    private Start start(Instant at) {
        String version = version(at);
        long key = at.getEpochSecond();
        int usual = (int) ((node.isServer() ? 70 : 40) + 35 * node.chance("ready", key));
        int failures = failures(version, key);
        return new Start(at, failures, usual + failures * (int) (55 + 30 * node.chance("back-off", key)), version);
    }

    /** rke2#7454: calico-node gives up until somebody patches the Installation again. */
    private int failures(String version, long key) {
        double luck = node.chance("start", key);
        if (node.cluster() == DemoCluster.EDGE && version.equals("v1.29.12+rke2r1") && luck < 0.8) {
            return 2 + (int) (5 * node.chance("failures", key));
        }
        return luck > 0.975 ? 1 : 0;
    }

    private Instant lastRestart(Instant time) {
        long today = Math.floorDiv(time.getEpochSecond(), DAY);
        for (long day = today; day > today - LONGEST_UPTIME_DAYS; day--) {
            Instant at = Instant.ofEpochSecond(day * DAY + (long) (DAY * node.chance("restart at", day)));
            if (node.chance("restart", day) < STARTS_A_DAY && !at.isAfter(time)) {
                return at;
            }
        }
        return Instant.ofEpochSecond((today - LONGEST_UPTIME_DAYS) * DAY);
    }

    String version(Instant time) {
        boolean upgraded = !upgradeAt().isAfter(time);
        return switch (node.cluster()) {
            case EDGE -> upgraded ? "v1.29.13+rke2r1" : "v1.29.12+rke2r1";
            case CORE -> upgraded ? "v1.31.6+rke2r1" : "v1.31.4+rke2r1";
            case STORES -> "v1.30.9+k3s1";
            case LAB -> node.number() == 9 ? "v1.29.12+dev.d5e03431" : "v1.32.3+rke2r1";
        };
    }

    /** Node by node over some days; {@link Instant#MAX} for those where the rollout has stopped, or that have none. */
    private Instant upgradeAt() {
        double turn = node.chance("upgrade", 0);
        return switch (node.cluster()) {
            case EDGE -> node.number() >= FIRST_LAGGARD ? Instant.MAX : ago(12 * DAY - (long) (3 * DAY * turn));
            case CORE -> ago(20 * DAY - (long) (2 * DAY * turn));
            default -> Instant.MAX;
        };
    }

    private boolean isStuck() {
        return node.cluster() == DemoCluster.EDGE && node.number() >= FIRST_STUCK;
    }

    private Instant stuckSince() {
        return ago(7200 + 1000L * (node.number() - FIRST_STUCK));
    }

    /** From when on nothing is heard of it; {@link Instant#MAX} for almost all. */
    Instant silentFrom() {
        long seconds = switch (node.cluster()) {
            case EDGE -> node.number() == 40 ? 3 * DAY : 0;
            case CORE -> node.number() == 55 ? 9 * DAY : 0;
            case LAB -> node.number() == 12 ? 40 * 60 : 0;
            case STORES ->
                node.number() == 9 ? 5 * 3600 : node.number() == 31 ? 26 * 3600 : node.number() == 44 ? 70 * 60 : 0;
        };
        return seconds == 0 ? Instant.MAX : ago(seconds);
    }

    private Instant ago(long seconds) {
        return anchor.minus(seconds, ChronoUnit.SECONDS);
    }
}
