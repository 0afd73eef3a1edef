package io.dualsight.identity;

/** Keeps agents to the number of nodes that their token may bring. */
@FunctionalInterface
public interface NodeAllowance {

    /**
     * Whether the agent may report for that node. One that it brings for the first time counts from now on, so this is
     * asked last, of a report that nothing else is wrong with.
     */
    boolean admits(Caller.Node agent, String cluster, String node);
}
