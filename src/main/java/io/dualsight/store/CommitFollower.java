package io.dualsight.store;

import java.util.List;

/**
 * Writes, in the transaction that keeps reports, what follows from them: samples and attempts, findings. A bean of this
 * type is called for each batch, on the writer's one thread, after all rows of the store are written.
 *
 * <p>What it writes goes through the console's {@code DataSource} and so joins the transaction. A batch may be rolled
 * back and come again, whole or one report at a time: memory may only change once the transaction is through (a
 * {@link org.springframework.transaction.support.TransactionSynchronization}). Two consoles never keep reports of one
 * node at the same time: the loser's transaction is rolled back.
 *
 * <p>The writer's time is everybody's: for a report that is not {@linkplain KeptReport#different different} it should
 * not ask the database.
 */
public interface CommitFollower {

    /** Reports that were kept just now, duplicates left out; those of one node in the order in which they came. */
    void follow(List<KeptReport> kept);
}
