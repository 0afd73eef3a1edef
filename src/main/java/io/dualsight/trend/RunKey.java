package io.dualsight.trend;

/**
 * Which run of a component: the key of an attempt ({@code domain.md} §6.2).
 *
 * @param life one pod's container, or one unit
 * @param ordinal orders the runs of a life: the restart count of a container, the start of a unit in seconds since 1970
 */
record RunKey(LifeKey life, long ordinal) {}
