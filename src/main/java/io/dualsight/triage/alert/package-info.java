/**
 * Tells others of findings: signed webhooks, Alertmanager, e-mail.
 *
 * <p>What there is to tell is written into an outbox in the transaction that makes it so, and sent later, so that no
 * receiver can hold up a report. A channel is served by one console at a time: whoever moves its next turn on has it.
 */
@NullMarked
package io.dualsight.triage.alert;

import org.jspecify.annotations.NullMarked;
