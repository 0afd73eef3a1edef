/**
 * The node agent: reads facts on a node and sends them to the console, or judges them on the spot.
 *
 * <p>It uses the JDK alone and as little of it as it can, since it runs on every node: {@code HttpURLConnection},
 * one thread, no JSON or YAML library. A probe that fails leaves its part of the report out and adds a line to
 * {@code agent.probeErrors}; it never ends the report. Nothing here exits the JVM or keeps static state, so that the
 * console can run an agent for its own host inside its own process and stop it by interrupt.
 *
 * <p>The path: {@link io.dualsight.agent.AgentMain} reads the flags, {@code Collector} makes a report of what the
 * probes find, {@code Courier} sends it to the {@code Console} or keeps it in the {@code Spool}, and {@code Rounds} says
 * when.
 */
@NullMarked
package io.dualsight.agent;

import org.jspecify.annotations.NullMarked;
