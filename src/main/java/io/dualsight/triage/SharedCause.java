package io.dualsight.triage;

import java.util.List;

/**
 * Something that the nodes of one rule have in common and others have not.
 *
 * @param traits what
 * @param affectedWith so many of the affected nodes have it
 * @param affected nodes on which the rule finds something
 * @param othersWith so many of the others have it
 * @param others all other nodes
 */
public record SharedCause(List<Trait> traits, int affectedWith, int affected, int othersWith, int others) {

    /** Fewer affected nodes have too much in common by chance. */
    private static final int FEWEST = 3;

    /** What fewer of the affected have explains too little. */
    private static final double COVERAGE = 0.8;

    private static final double LEAST_LIFT = 1.5;

    public SharedCause {
        traits = List.copyOf(traits);
    }

    /**
     * One thing that a node has.
     *
     * @param name version, cni, os, subnet, role, family or cluster
     * @param value as the node has it
     */
    public record Trait(String name, String value) {}

    /**
     * How many times as frequent it is among the affected as among the others. Half a node is added to the others, so
     * that "none of two" is less than "none of forty".
     */
    public double lift() {
        double there = (double) affectedWith / affected;
        return there / ((othersWith + 0.5) / (others + 1.0));
    }

    /** Whether it explains most of the affected and few of the others. */
    boolean standsOut() {
        return affected >= FEWEST && affectedWith >= COVERAGE * affected && lift() >= LEAST_LIFT;
    }
}
