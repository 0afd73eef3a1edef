/**
 * Remembers: reports, the facts in them, each node's current status, and what changed.
 *
 * <p>Writing goes through {@link io.dualsight.store.ReportStore}: one writer commits whatever waits in one
 * transaction, and what it answers is on disk. Reading goes through {@link io.dualsight.store.NodeStatuses} and
 * {@link io.dualsight.store.NodeHistory}, which look at status columns and never at reports to say how a node is.
 *
 * <p>What is too old is deleted by {@link io.dualsight.store.RetentionStep}s, on one console at a time.
 *
 * <p>With the embedded database, everything is in one file, {@code data/dualsight.mv.db}. To keep a copy: stop the
 * console, copy the file, start it; or copy it from a snapshot of the file system while the console runs, since whatever
 * the console has answered is in the file at any moment (a copy made byte by byte from a file in use is none). To bring
 * it back, put the copy in its place. At each stop the console makes the file smaller for up to five seconds; an old and
 * much too large one becomes small by H2's own {@code SHUTDOWN COMPACT}. PostgreSQL is backed up by its own means.
 *
 * <p>The tables and the query that each index serves are told in {@code db/migration}.
 */
@NullMarked
package io.dualsight.store;

import org.jspecify.annotations.NullMarked;
