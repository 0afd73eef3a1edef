/** Measures the built console from outside, over HTTP, on H2 and PostgreSQL: {@code src/bench/README.md}. */
package io.dualsight.bench;
