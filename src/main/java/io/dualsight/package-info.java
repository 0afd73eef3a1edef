/**
 * Dualsight, in the order in which a report travels: {@code agent} and {@code cluster} observe, {@code contract} is
 * what they say, {@code detect} predicts, {@code identity} knows who speaks, {@code ingest} takes in, {@code rule}
 * judges, {@code store} remembers, {@code trend} measures, {@code triage} decides, {@code web} shows.
 *
 * <p>Which package may use which is the table in {@code io.dualsight.architecture.Modules} in the test tree, and the
 * build refuses everything else. This package only starts the console and wires its settings.
 */
@NullMarked
package io.dualsight;

import org.jspecify.annotations.NullMarked;
