/**
 * Remembers: reports, the facts in them, each node's current status, and what changed.
 *
 * <p>Writing goes through {@link io.dualsight.store.ReportStore}: one writer commits whatever waits in one
 * transaction, and what it answers is on disk. Reading goes through {@link io.dualsight.store.NodeStatuses} and
 * {@link io.dualsight.store.NodeHistory}, which look at status columns and never at reports to say how a node is.
 *
 * <p>The tables and the query that each index serves are told in {@code db/migration}.
 */
@NullMarked
package io.dualsight.store;

import org.jspecify.annotations.NullMarked;
