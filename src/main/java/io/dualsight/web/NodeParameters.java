package io.dualsight.web;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The parameters that choose nodes: the same for the page, the JSON and the CSV. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Parameter(name = "cluster", in = ParameterIn.QUERY, description = "One cluster")
@Parameter(
        name = "family",
        in = ParameterIn.QUERY,
        description = "What addresses the host has: ipv4-only, ipv6-only, dual-stack, none or unknown")
@Parameter(
        name = "verdict",
        in = ParameterIn.QUERY,
        description = "ok, unknown, info, warning, error or critical; a stale node is at least a warning")
@Parameter(
        name = "incorrectNodeIp",
        in = ParameterIn.QUERY,
        description = "true: IPv6-only nodes with an incorrect node IP; false: all others")
@Parameter(name = "rule", in = ParameterIn.QUERY, description = "Nodes on which this rule finds something")
@Parameter(
        name = "version",
        in = ParameterIn.QUERY,
        description = "The distribution's version, or a bound such as <1.31.5")
@Parameter(name = "cni", in = ParameterIn.QUERY, description = "The network plug-in, such as calico")
@Parameter(name = "role", in = ParameterIn.QUERY, description = "A role, such as server")
@Parameter(name = "q", in = ParameterIn.QUERY, description = "Part of a node's or cluster's name or of an address")
@Parameter(name = "stale", in = ParameterIn.QUERY, description = "true: silent nodes; false: all others")
@Parameter(
        name = "sort",
        in = ParameterIn.QUERY,
        description = "worst (usual), node, cluster, lastReportAt, version or family; a minus turns it around")
@interface NodeParameters {}
