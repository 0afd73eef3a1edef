package io.dualsight.store;

import io.dualsight.contract.Report;
import io.dualsight.rule.Judgement;
import java.time.Instant;

/**
 * A report that was read and judged, and now waits to be kept.
 *
 * @param report its facts
 * @param judgement what the rules say about them
 * @param receivedAt by the console's clock
 */
public record JudgedReport(Report report, Judgement judgement, Instant receivedAt) {}
