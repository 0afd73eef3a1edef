package io.dualsight.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.dualsight.contract.FieldError;
import io.dualsight.identity.ApiToken;
import io.dualsight.identity.ApiTokens;
import io.dualsight.identity.BadFieldsException;
import io.dualsight.identity.Caller;
import io.dualsight.identity.Issued;
import io.dualsight.identity.Role;
import io.dualsight.identity.TokenLife;
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

/** API tokens over the API, for admins. */
@RestController
@RequestMapping("/api/v1/api-tokens")
class ApiTokenController {

    /** What to make. */
    record Wanted(
            @Nullable String name,
            @Nullable String role,
            @Nullable Instant expiresAt) {}

    /** What is known of one that was made. */
    record Item(
            long id,
            String name,
            String role,
            @JsonUnwrapped TokenLife life) {

        static Item of(ApiToken token) {
            return new Item(token.id(), token.name(), token.role().word(), token.life());
        }
    }

    /** What was made, with the token: no other answer shows it. */
    record Made(
            long id,
            String name,
            String role,
            Instant createdAt,
            @Nullable Instant expiresAt,
            String token) {}

    private final ApiTokens tokens;

    ApiTokenController(ApiTokens tokens) {
        this.tokens = tokens;
    }

    @GetMapping
    TokenList<Item> list(
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(defaultValue = "" + Long.MAX_VALUE) long cursor) {
        int most = TokenList.limit(limit);
        return TokenList.of(newest(cursor, most + 1), most, Item::id, tokens.count());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Made make(@RequestBody Wanted wanted, @AuthenticationPrincipal Caller.Person admin) {
        String name = wanted.name() == null ? "" : wanted.name();
        Issued<ApiToken> issued = tokens.issue(admin, name, role(wanted.role()), wanted.expiresAt());
        ApiToken token = issued.token();
        TokenLife life = token.life();
        return new Made(
                token.id(), token.name(), token.role().word(), life.createdAt(), life.expiresAt(), issued.secret());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable long id, @AuthenticationPrincipal Caller.Person admin) {
        if (!tokens.revoke(admin, id)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }

    private List<Item> newest(long before, int limit) {
        return tokens.newest(before, limit).stream().map(Item::of).toList();
    }

    private static Role role(@Nullable String word) {
        String value = word == null ? "missing" : word;
        return Role.of(value)
                .orElseThrow(() ->
                        new BadFieldsException(List.of(new FieldError("role", value, "viewer, operator or admin"))));
    }
}
