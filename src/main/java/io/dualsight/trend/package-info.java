/**
 * Measures: how long nodes take to become Ready, how often starts fail, and whether a change helped.
 *
 * <p>Every report is read into {@link io.dualsight.trend.Start starts} and {@link io.dualsight.trend.Run runs} of
 * components, which are joined to what earlier reports said. The join is associative, commutative and idempotent, so
 * samples and attempts follow from the <em>set</em> of reports: repeated, reordered, late or split ones change nothing.
 * Charts read whole days, kept in memory as columns and checked by each day's revision, so they are exact and cheap
 * however many reports there were.
 */
@NullMarked
package io.dualsight.trend;

import org.jspecify.annotations.NullMarked;
