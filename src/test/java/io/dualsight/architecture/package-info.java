/**
 * The gates that keep architecture and style as they were decided. Each rule is a function of the package that the
 * modules live in; {@code broken.<rule>} beside this tree is such a package, in which every class breaks the rule but
 * those that are named Innocent or Bystander.
 */
@NullMarked
package io.dualsight.architecture;

import org.jspecify.annotations.NullMarked;
