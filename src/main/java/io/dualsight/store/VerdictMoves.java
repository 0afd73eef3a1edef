package io.dualsight.store;

import io.dualsight.rule.Verdict;
import java.time.LocalDate;

/**
 * How many nodes went from one verdict to another on one day.
 *
 * @param day in UTC
 * @param nodes a node that went twice counts twice
 */
public record VerdictMoves(LocalDate day, Verdict before, Verdict after, long nodes) {}
