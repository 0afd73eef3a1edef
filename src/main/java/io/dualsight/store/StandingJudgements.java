package io.dualsight.store;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Lets nodes be judged again by what they said last, when something else has changed than the node. */
public interface StandingJudgements {

    /** What a node's status stands on; empty where it never reported. */
    Optional<Standing> standing(NodeKey key);

    /**
     * Puts another judgement of a node's newest report in the place of the one that stands: status, judgement and changes
     * follow it, the report history does not. The future ends after the commit; with {@code false}, and nothing done, where
     * the node's newest report is another by now or the node is gone; with a {@link StoreUnavailableException} where the
     * database is away.
     *
     * @throws QueueFullException where too many reports wait; nothing was taken
     */
    CompletableFuture<Boolean> replace(JudgedReport again);

    /**
     * The nodes behind one, by cluster and name.
     *
     * @param last the first are wanted where it is absent
     * @param limit the most that are wanted
     */
    List<NodeKey> behind(@Nullable NodeKey last, int limit);
}
