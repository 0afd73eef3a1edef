/**
 * The report: the words that agents and the console both speak.
 *
 * <p>A report carries facts and no conclusions, so that history can be judged again when a rule changes.
 * A fact that could not be read is absent, never empty: absent sections are {@code null}, and the lists in
 * {@link io.dualsight.contract.Interfaces} and {@link io.dualsight.contract.Routes} say whether they are
 * complete. Everything stands on this package, and it stands on the JDK alone.
 *
 * <p>Versioning: {@code schemaVersion} 1 is read. Unknown fields are ignored, so that newer agents can talk
 * to older consoles; a change that breaks a reader needs a new schema version.
 */
@NullMarked
package io.dualsight.contract;

import org.jspecify.annotations.NullMarked;
