package io.dualsight.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.dualsight.identity.AgentToken;
import io.dualsight.identity.AgentTokens;
import io.dualsight.identity.Caller;
import io.dualsight.identity.Issued;
import io.dualsight.identity.TokenLife;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Agent tokens over the API, for admins. */
@RestController
@RequestMapping("/api/v1/agent-tokens")
class AgentTokenController {
    private static final Duration OVERLAP = Duration.ofDays(1);

    /** What to make. */
    record Wanted(
            @Nullable String name,
            @Nullable String cluster,
            @Nullable String node,
            @Nullable Integer mostNodes) {}

    /** How long the token that is replaced stays good; a day where nothing is said. */
    record Rotation(@Nullable Long overlapSeconds) {}

    /** What is known of one that was made. */
    record Item(
            long id,
            String name,
            @JsonUnwrapped AgentToken.Scope scope,
            @JsonUnwrapped TokenLife life) {

        static Item of(AgentToken token) {
            return new Item(token.id(), token.name(), token.scope(), token.life());
        }
    }

    /** What was made, with the token: no other answer shows it. */
    record Made(long id, String name, @JsonUnwrapped AgentToken.Scope scope, Instant createdAt, String token) {

        static Made of(Issued<AgentToken> issued) {
            AgentToken token = issued.token();
            return new Made(
                    token.id(), token.name(), token.scope(), token.life().createdAt(), issued.secret());
        }
    }

    private final AgentTokens tokens;

    AgentTokenController(AgentTokens tokens) {
        this.tokens = tokens;
    }

    @GetMapping
    TokenList<Item> list(
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(defaultValue = "" + Long.MAX_VALUE) long cursor) {
        int most = TokenList.limit(limit);
        List<Item> found =
                tokens.newest(cursor, most + 1).stream().map(Item::of).toList();
        return TokenList.of(found, most, Item::id, tokens.count());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Made make(@RequestBody Wanted wanted, @AuthenticationPrincipal Caller.Person admin) {
        String name = wanted.name() == null ? "" : wanted.name();
        return Made.of(
                tokens.issue(admin, name, new AgentToken.Scope(wanted.cluster(), wanted.node(), wanted.mostNodes())));
    }

    @PostMapping("/{id}/rotate")
    @ResponseStatus(HttpStatus.CREATED)
    Made rotate(@PathVariable long id, @RequestBody Rotation rotation, @AuthenticationPrincipal Caller.Person admin) {
        Duration overlap = rotation.overlapSeconds() == null ? OVERLAP : Duration.ofSeconds(rotation.overlapSeconds());
        return tokens.rotate(admin, id, overlap).map(Made::of).orElseThrow(AgentTokenController::none);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable long id, @AuthenticationPrincipal Caller.Person admin) {
        if (!tokens.revoke(admin, id)) {
            throw none();
        }
    }

    private static ResponseStatusException none() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
