/**
 * Takes reports in: reads leniently into strict facts, judges, stores, and answers after the commit.
 *
 * <p>Nothing is trusted before it is measured. A request is cut off at {@link io.dualsight.contract.Limits} while it
 * streams, before its bytes or its tree cost memory. What concerns the whole request (its size, its encoding, that it is
 * JSON) refuses the whole request; what concerns one report (its size, depth, fields, cluster, time) refuses that report,
 * and the others are taken. Only where none is left, the answer is an error: the one that all of them share, or else
 * 422.
 *
 * <p>A full queue and a database that is away refuse the whole request, so that "send it again" is true for all of it.
 *
 * <p>What happens once a report is a counter and not a log line: {@code dualsight.reports.received} and
 * {@code dualsight.reports.ended} by {@code outcome}, where
 * received = stored + duplicate + rejected + failed.
 */
@NullMarked
package io.dualsight.ingest;

import org.jspecify.annotations.NullMarked;
