package io.dualsight.web;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The parameters that choose a part of a history. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Parameter(name = "from", in = ParameterIn.QUERY, description = "Not before: RFC 3339, or such as now-24h")
@Parameter(name = "to", in = ParameterIn.QUERY, description = "Before: RFC 3339, or such as now-1h")
@Parameter(name = "limit", in = ParameterIn.QUERY, description = "Items on a page, 1 to 500, usually 50")
@Parameter(name = "cursor", in = ParameterIn.QUERY, description = "nextCursor of the page before")
@interface HistoryParameters {}
