package io.dualsight.ingest;

import io.dualsight.store.JudgingPass;
import io.dualsight.store.JudgingPasses;
import io.dualsight.store.NodeKey;
import io.dualsight.store.StandingJudgements;
import io.dualsight.store.StoreUnavailableException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Judges all current nodes again when the console starts with other rules, limits or judging code than the last console
 * that did: one console at a time, from where the last one stopped. Two consoles of different versions do not take turns
 * for ever: each starts a pass once, at its own start.
 */
@Component
class RulePass implements SmartInitializingSingleton {
    private static final Logger LOG = LoggerFactory.getLogger(RulePass.class);

    /** Well under the time that the lock is held. */
    private static final Duration TURN = Duration.ofMinutes(5);

    private final JudgingPasses passes;
    private final StandingJudgements standing;
    private final Rejudging rejudging;
    private final RuleFingerprint fingerprint;
    private final Clock clock;
    private boolean compared;
    private boolean nobody;

    RulePass(
            JudgingPasses passes,
            StandingJudgements standing,
            Rejudging rejudging,
            RuleFingerprint fingerprint,
            Clock clock) {
        this.passes = passes;
        this.standing = standing;
        this.rejudging = rejudging;
        this.fingerprint = fingerprint;
        this.clock = clock;
    }

    /** Before the first report comes in: where nobody was ever judged, nobody need be judged again. */
    @Override
    public void afterSingletonsInstantiated() {
        nobody = passes.newest().isEmpty() && standing.behind(null, 1).isEmpty();
    }

    /** A turn, where there is something to do. */
    @Scheduled(initialDelay = 3, fixedDelay = 20, timeUnit = TimeUnit.SECONDS)
    @SchedulerLock(name = "judging-pass")
    public void run() {
        String own = fingerprint.text();
        Optional<JudgingPass> pass =
                passes.newest().filter(newest -> newest.fingerprint().equals(own));
        if (pass.isEmpty() && !compared) {
            pass = Optional.of(begin(own));
        }
        compared = true;
        pass.filter(newest -> !newest.isFinished()).ifPresent(this::goOn);
    }

    private JudgingPass begin(String own) {
        JudgingPass pass = passes.begin(own, clock.instant());
        if (nobody) {
            pass = pass.finished(clock.instant());
            passes.save(pass);
        }
        return pass;
    }

    private void goOn(JudgingPass begun) {
        Instant end = clock.instant().plus(TURN);
        JudgingPass pass = begun;
        try {
            while (!pass.isFinished() && clock.instant().isBefore(end)) {
                pass = next(pass);
                passes.save(pass);
            }
        } catch (StoreUnavailableException e) {
            LOG.debug("The database is away; the nodes left are judged again later", e);
        }
    }

    /** A node that another report overtook was judged by the new rules then. */
    private JudgingPass next(JudgingPass pass) {
        List<NodeKey> page = standing.behind(pass.last(), Rejudging.AT_ONCE);
        if (page.isEmpty()) {
            if (pass.done() > 0) {
                LOG.info("{} nodes were judged again, since the rules have changed", pass.done());
            }
            return pass.finished(clock.instant());
        }
        rejudging.judge(page);
        return pass.at(page.get(page.size() - 1), page.size());
    }
}
