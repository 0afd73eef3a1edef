/**
 * Judges a node: facts and prediction in, findings with evidence and fix out.
 *
 * <p>One package-private class a rule, its file named after its subject; {@link io.dualsight.rule.RuleBook} lists them,
 * and which finding silences which stands in one place. A missing fact makes no finding. Pure: time, earlier reports and
 * what the fleet knows come in with {@link io.dualsight.rule.Facts}. All texts are templates in {@code texts_en} and
 * {@code texts_zh}, filled from a finding's evidence, so that a stored finding can be shown in either language.
 */
@NullMarked
package io.dualsight.rule;

import org.jspecify.annotations.NullMarked;
