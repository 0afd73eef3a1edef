package io.dualsight.web;

import io.dualsight.identity.AgentToken;
import io.dualsight.identity.AgentTokens;
import io.dualsight.identity.Caller;
import io.dualsight.identity.Issued;
import java.time.Instant;
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

    /** What to make. */
    record Wanted(
            @Nullable String name,
            @Nullable String cluster,
            @Nullable String node) {}

    /** What was made, with the token: no other answer shows it. */
    record Made(
            long id,
            String name,
            @Nullable String cluster,
            @Nullable String node,
            Instant createdAt,
            String token) {}

    private final AgentTokens tokens;

    AgentTokenController(AgentTokens tokens) {
        this.tokens = tokens;
    }

    @GetMapping
    TokenList<AgentToken> list(
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(defaultValue = "" + Long.MAX_VALUE) long cursor) {
        int most = TokenList.limit(limit);
        return TokenList.of(tokens.newest(cursor, most + 1), most, AgentToken::id, tokens.count());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Made make(@RequestBody Wanted wanted, @AuthenticationPrincipal Caller.Person admin) {
        String name = wanted.name() == null ? "" : wanted.name();
        Issued<AgentToken> issued = tokens.issue(admin, name, wanted.cluster(), wanted.node());
        AgentToken token = issued.token();
        return new Made(token.id(), token.name(), token.cluster(), token.node(), token.createdAt(), issued.secret());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable long id, @AuthenticationPrincipal Caller.Person admin) {
        if (!tokens.revoke(admin, id)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }
}
