package io.dualsight.web;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The parameters that choose what of a history is exported. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Parameter(name = "from", in = ParameterIn.QUERY, description = "Not before: RFC 3339, or such as now-24h")
@Parameter(name = "to", in = ParameterIn.QUERY, description = "Before: RFC 3339, or such as now-1h")
@Parameter(name = "cluster", in = ParameterIn.QUERY, description = "One cluster")
@Parameter(name = "node", in = ParameterIn.QUERY, description = "One node of that cluster")
@interface ExportParameters {}
