package io.dualsight.web;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The parameters that choose starts and cut their time into buckets: the same for charts, pages and CSV. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Parameter(
        name = "from",
        in = ParameterIn.QUERY,
        description =
                "Not before: RFC 3339, or such as now-7d, where now is the end of this minute; usually a day before"
                        + " to",
        example = "now-7d")
@Parameter(
        name = "to",
        in = ParameterIn.QUERY,
        description = "Before: RFC 3339, or such as now-1h; usually now, the end of this minute",
        example = "now")
@Parameter(
        name = "bucket",
        in = ParameterIn.QUERY,
        description = "Length of a bucket, such as 15m, 1h or 24h; usually one that suits the range. At most 2,000"
                + " buckets; attempts are counted by quarters of an hour",
        example = "1h")
@Parameter(name = "cluster", in = ParameterIn.QUERY, description = "One cluster")
@Parameter(name = "node", in = ParameterIn.QUERY, description = "One node of that cluster")
@Parameter(
        name = "version",
        in = ParameterIn.QUERY,
        description = "The distribution's version at the start, exactly",
        example = "v1.31.5+rke2r1")
@Parameter(name = "cni", in = ParameterIn.QUERY, description = "The network plug-in, such as calico")
@Parameter(name = "role", in = ParameterIn.QUERY, description = "A role, such as server")
@Parameter(
        name = "groupBy",
        in = ParameterIn.QUERY,
        description = "One series for each version, cni, cluster or component")
@interface TrendParameters {}
