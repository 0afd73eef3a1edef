/**
 * The node agent: reads facts on a node and sends them to the console, or judges them on the spot.
 *
 * <p>It uses the JDK alone and as little of it as it can, since it runs on every node: {@code HttpURLConnection},
 * one thread, no JSON or YAML library. A probe that fails leaves its part of the report out and adds a line to
 * {@code agent.probeErrors}; it never ends the report. Nothing here exits the JVM or keeps static state, so that the
 * console can run an agent for its own host inside its own process and stop it by interrupt.
 *
 * <p>The path: {@link io.dualsight.agent.AgentMain} reads the flags, {@code Reporting} puts the parts together,
 * {@code Collector} makes a report of what the probes find, {@code WireForm} keeps it within the contract's limits,
 * {@code Courier} sends it to the console or keeps it in the {@code Spool}, and {@code Rounds} says when. A process that
 * a timer starts for one report remembers in {@code Memory} how far logs were read and what the console asked.
 * {@code Installer} makes such a timer.
 *
 * <p>Every report is sent in full. To leave out facts that have not changed since the last report that was taken would
 * save 1.0 of the 1.3 KB that a report of a node with nine interfaces has after gzip, 1.4 Mbit/s at 10,000 nodes; it
 * would cost a second form of report, a memory of facts on every replica, and a second request where that memory is
 * cold, and so it is not done.
 */
@NullMarked
package io.dualsight.agent;

import org.jspecify.annotations.NullMarked;
