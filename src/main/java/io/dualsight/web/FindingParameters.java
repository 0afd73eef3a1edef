package io.dualsight.web;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The parameters that choose findings. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Parameter(
        name = "status",
        in = ParameterIn.QUERY,
        description = "open, acknowledged, snoozed, resolved; new or regressed for a part of the open ones; unresolved")
@Parameter(name = "severity", in = ParameterIn.QUERY, description = "critical, error, warning, info, unknown")
@Parameter(name = "rule", in = ParameterIn.QUERY, description = "A rule's id")
@Parameter(name = "cluster", in = ParameterIn.QUERY, description = "A cluster's name")
@Parameter(name = "node", in = ParameterIn.QUERY, description = "A node's name")
@Parameter(name = "assignee", in = ParameterIn.QUERY, description = "Who works on it")
@Parameter(name = "assigned", in = ParameterIn.QUERY, description = "true or false")
@Parameter(name = "regressed", in = ParameterIn.QUERY, description = "true or false")
@Parameter(name = "q", in = ParameterIn.QUERY, description = "Part of the node's or cluster's name or the rule's id")
@Parameter(name = "version", in = ParameterIn.QUERY, description = "The node's version, or a bound such as <1.31.5")
@Parameter(name = "family", in = ParameterIn.QUERY, description = "The node's family")
@Parameter(name = "cni", in = ParameterIn.QUERY, description = "The node's CNI")
@Parameter(name = "sort", in = ParameterIn.QUERY, description = "worst (the usual one) or newest")
@interface FindingParameters {}
