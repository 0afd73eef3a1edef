package io.dualsight.rule;

import java.util.List;

/** One rule of {@code domain.md} §8.2: pure, its id stable, silent where a fact that it needs is missing. */
interface Rule {

    /** The stable id, such as {@code NODE_IP_NOT_ON_HOST}. */
    String id();

    /** What the rule finds, one draft a subject; empty where there is nothing to say. */
    List<Draft> judge(Situation situation);
}
