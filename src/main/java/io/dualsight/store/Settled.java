package io.dualsight.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.dualsight.contract.Report;
import io.dualsight.rule.FleetView;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Knows whose judgement will be what it was, so that it need not be made: half of what a report costs is to judge it,
 * and most say what their predecessor said.
 *
 * <p>A judgement rests on the facts, on what else the console knows, and on how long ago things were. The first two are
 * compared. The third cannot matter any more once the youngest moment in the facts is longer ago than any limit that a rule
 * has, and two judgements of the same facts at different times were equal. Once an hour a node is judged in any case, each
 * in a second of its own: a fleet that came at once need not be judged at once again each hour.
 */
final class Settled {

    /** Spreads the hashes of names that differ in a digit alone: 2^64 by the golden ratio. */
    private static final long MIX = 0x9E3779B97F4A7C15L;

    private static final long HOUR = Duration.ofHours(1).toSeconds();
    private static final Duration LEAST_QUIET = Duration.ofHours(1);

    /** The length of a moment to the second. */
    private static final int SECONDS = 19;

    private static final Pattern MOMENT = Pattern.compile("\"(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d)[.\\dZ]*\"");

    private final Cache<NodeKey, Judged> judged;
    private final Duration quiet;

    /**
     * Knows nothing yet.
     *
     * @param longestLimit of the rules
     */
    Settled(int mostNodes, Duration longestLimit) {
        this.quiet = quiet(longestLimit);
        this.judged = Caffeine.newBuilder().maximumSize(mostNodes).build();
    }

    /**
     * The last judgement that was made of a node.
     *
     * @param basis what it rests on
     * @param sha256 of it
     * @param at when its report was collected
     * @param sure whether the one before it was the same and nothing in the facts is young
     * @param ground of the basis, see {@link Evidence}
     */
    private record Judged(
            Basis basis,
            String sha256,
            Instant at,
            boolean sure,
            @Nullable Object ground) {

        boolean covers(NodeState newest, Sent sent) {
            Instant moment = sent.origin().collectedAt();
            return sure
                    && !moment.isBefore(at)
                    && turn(sent.key(), moment) == turn(sent.key(), at)
                    && newest.snapshot().detail().judgementSha256().equals(sha256)
                    && newest.facts().sha256().equals(basis.facts());
        }

        Judged on(@Nullable Object other) {
            return new Judged(basis, sha256, at, sure, other);
        }
    }

    /**
     * What a judgement rests on, but for the time.
     *
     * @param facts hash of what was sent
     * @param elsewhere hash of what the API server said; 0 where it was not asked
     * @param fleet the other nodes
     */
    private record Basis(String facts, int elsewhere, FleetView fleet) {

        static Basis of(Evidence evidence) {
            Report report = evidence.report();
            int elsewhere = report == evidence.sent().whole()
                    ? 0
                    : Objects.hash(report.kubernetes(), report.runtime().calico());
            return new Basis(evidence.sent().sha256(), elsewhere, evidence.fleet());
        }
    }

    /**
     * Whether this report would be judged as its node's newest was, since even what its evidence is made of is the same.
     *
     * @param ground of its evidence now
     * @param newest the node as it is, which says what was sent
     * @param sent what was sent
     */
    boolean standsOn(Object ground, NodeState newest, Sent sent) {
        Judged last = judged.getIfPresent(sent.key());
        return last != null && ground.equals(last.ground()) && last.covers(newest, sent);
    }

    /**
     * Whether this report would be judged as its node's newest was.
     *
     * @param newest the node as it is, which says what was sent
     * @param evidence what the report would be judged by
     */
    boolean holds(NodeState newest, Evidence evidence) {
        NodeKey key = evidence.sent().key();
        Judged last = judged.getIfPresent(key);
        if (last == null
                || !last.covers(newest, evidence.sent())
                || !last.basis().equals(Basis.of(evidence))) {
            return false;
        }
        if (!Objects.equals(last.ground(), evidence.ground())) {
            judged.put(key, last.on(evidence.ground()));
        }
        return true;
    }

    /** Remembers a judgement that was made just now. */
    void made(Incoming report) {
        Evidence evidence = report.judged().evidence();
        if (evidence == null) {
            return;
        }
        Basis basis = Basis.of(evidence);
        String sha256 = report.snapshot().detail().judgementSha256();
        Instant at = report.times().collectedAt();
        Judged before = judged.getIfPresent(report.key());
        boolean same = before != null
                && before.at().isBefore(at)
                && before.basis().equals(basis)
                && before.sha256().equals(sha256);
        boolean sure = same
                && (before != null && before.sure() || isQuiet(report.sent().facts(), at));
        judged.put(report.key(), new Judged(basis, sha256, at, sure, evidence.ground()));
    }

    /** The number of an hour that begins in a second which is this node's own. */
    static long turn(NodeKey node, Instant moment) {
        long mixed = Objects.hash(node.cluster(), node.node()) * MIX;
        long own = Math.floorMod(mixed >>> Integer.SIZE, HOUR);
        return Math.floorDiv(moment.getEpochSecond() + own, HOUR);
    }

    /** Longer than the limit, so that nothing hangs on a second. */
    static Duration quiet(Duration longestLimit) {
        Duration after = longestLimit.plusMinutes(1);
        return after.compareTo(LEAST_QUIET) > 0 ? after : LEAST_QUIET;
    }

    private boolean isQuiet(String facts, Instant at) {
        String youngest = youngest(facts);
        return youngest == null || youngest.compareTo(at.minus(quiet).toString().substring(0, SECONDS)) < 0;
    }

    /** To the second; RFC 3339 in UTC sorts as text. */
    private static @Nullable String youngest(String facts) {
        String youngest = null;
        Matcher moments = MOMENT.matcher(facts);
        while (moments.find()) {
            String moment = moments.group(1);
            youngest = youngest == null || moment.compareTo(youngest) > 0 ? moment : youngest;
        }
        return youngest;
    }
}
