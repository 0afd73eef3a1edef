package io.dualsight.web;

import io.dualsight.identity.AgentToken;
import io.dualsight.identity.ApiToken;
import io.dualsight.identity.TokenLife;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Puts tokens into a reader's words. */
final class TokensViewBuilder {
    static final int MOST = 25;

    private final Wording wording;

    TokensViewBuilder(Wording wording) {
        this.wording = wording;
    }

    /** Handed one more than are shown, it says where the list goes on. */
    <S, T> TokensView.Part<T> part(List<S> found, String parameter, ToLongFunction<S> id, Function<S, T> words) {
        boolean more = found.size() > MOST;
        List<S> shown = more ? found.subList(0, MOST) : found;
        String older = more ? "/settings/tokens?" + parameter + "=" + id.applyAsLong(shown.get(MOST - 1)) : null;
        return new TokensView.Part<>(shown.stream().map(words).toList(), older);
    }

    TokensView.Agent agent(AgentToken token) {
        AgentToken.Scope scope = token.scope();
        return new TokensView.Agent(
                token.id(),
                token.name(),
                orAny(scope.cluster()),
                orAny(scope.node()),
                scope.mostNodes() == null ? null : wording.number(scope.mostNodes()),
                life(token.life()));
    }

    TokensView.Program program(ApiToken token) {
        return new TokensView.Program(token.id(), token.name(), token.role().word(), life(token.life()));
    }

    private String orAny(@Nullable String name) {
        return name == null ? wording.text("filter.any") : name;
    }

    private TokensView.Life life(TokenLife life) {
        Instant ends = life.revokedAt() == null ? life.expiresAt() : life.revokedAt();
        return new TokensView.Life(
                life.createdBy(),
                wording.moment(life.createdAt()),
                state(life),
                ends == null ? null : wording.moment(ends),
                life.lastUsedAt() == null ? null : wording.moment(life.lastUsedAt()),
                life.lastAddress());
    }

    private String state(TokenLife life) {
        if (life.revokedAt() != null) {
            return "revoked";
        }
        if (life.expiresAt() == null) {
            return "good";
        }
        return life.isGood(wording.now()) ? "ending" : "expired";
    }
}
