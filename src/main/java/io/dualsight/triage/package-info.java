/**
 * Decides: the life of findings, and what people do about them.
 *
 * <p>A finding is one rule on one node, and one row however often it comes and goes. {@code FindingFollower} moves it on
 * in the transaction that keeps the report that shows it: a bad report opens it, or opens it again as <em>regressed</em>;
 * some good reports in a row resolve it. A report that says what its predecessor said costs no query, unless a finding of
 * its node waits for good ones ({@code CalmNodes}). A silent node's findings stay as they are.
 *
 * <p>People act through {@link io.dualsight.triage.Triage} and read through {@link io.dualsight.triage.Findings}. Every
 * step is an event with its author; what the console itself does many times a day is counted in one event and not
 * written down each time, so that a flapping node floods nobody.
 *
 * <p>Locks are taken in one order: a node's pulse, then its findings.
 */
@NullMarked
package io.dualsight.triage;

import org.jspecify.annotations.NullMarked;
