package io.dualsight.trend;

/**
 * One node's start attempts.
 *
 * @param attempts decided ones
 * @param failures of them
 */
public record NodeAttempts(long attempts, long failures) {}
