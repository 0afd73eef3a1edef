package io.dualsight.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes, lists and revokes the tokens of programs. */
@Component
public class ApiTokens {
    private static final String SUBJECT = "api-token ";
    private static final String INSERT =
            "insert into api_token (name, token_hash, role, created_by, created_at, expires_at) values (?, ?, ?, ?, ?, ?)";

    private final JdbcClient jdbc;
    private final TokenTable<ApiToken> table;
    private final Clock clock;
    private final Tokens tokens;
    private final Audit audit;

    ApiTokens(JdbcClient jdbc, Clock clock, Tokens tokens, Audit audit) {
        this.jdbc = jdbc;
        this.table = new TokenTable<>(jdbc, "api_token", "role", (row, n) -> read(row));
        this.clock = clock;
        this.tokens = tokens;
        this.audit = audit;
    }

    /**
     * Makes a token that acts for its maker.
     *
     * @param name what people call it, 1 to 100 characters
     * @param role what it may do
     * @param expiresAt from this moment on it is refused; absent for never
     * @throws BadFieldsException naming the fields that are otherwise
     */
    @Transactional
    public Issued<ApiToken> issue(Caller.Person by, String name, Role role, @Nullable Instant expiresAt) {
        Instant now = clock.instant();
        new TokenFields().name(name).expiry(expiresAt, now).throwIfAny();
        String secret = TokenText.make(TokenText.API_PREFIX);
        ApiToken made = add(secret, new ApiToken(0, name, role, TokenLife.begun(by.name(), now, expiresAt)));
        audit.write(by.name(), "api-token-made", SUBJECT + made.id(), null);
        return new Issued<>(secret, made);
    }

    /** Those with a smaller id than {@code before}, revoked ones too, newest first, at most {@code limit}. */
    public List<ApiToken> newest(long before, int limit) {
        return table.newest(before, limit);
    }

    /** How many there are, revoked ones too. */
    public long count() {
        return table.count();
    }

    /** Makes a token worthless for good; false where there is none of that id or it already was. */
    @Transactional
    public boolean revoke(Caller.Person by, long id) {
        boolean revoked = table.revoke(id, clock.instant());
        if (revoked) {
            audit.write(by.name(), "api-token-revoked", SUBJECT + id, null);
            tokens.forgetAll();
        }
        return revoked;
    }

    /** A settings' token that was made once stays what it became: revoking it holds. */
    void addIfAbsent(String secret) {
        if (table.find(secret).isEmpty()) {
            String by = FirstStart.BOOTSTRAP;
            ApiToken made = add(secret, new ApiToken(0, by, Role.ADMIN, TokenLife.begun(by, clock.instant(), null)));
            audit.write(Audit.CONSOLE, "api-token-made", SUBJECT + made.id(), null);
        }
    }

    private ApiToken add(String secret, ApiToken token) {
        jdbc.sql(INSERT)
                .param(token.name())
                .param(TokenText.hash(secret))
                .param(token.role().word())
                .param(token.life().createdBy())
                .param(DatabaseTime.write(token.life().createdAt()))
                .param(DatabaseTime.writeAbsent(token.life().expiresAt()))
                .update();
        return table.find(secret).orElseThrow();
    }

    private static ApiToken read(ResultSet row) throws SQLException {
        Role role = Role.of(row.getString(TokenTable.OWN)).orElseThrow();
        return new ApiToken(row.getLong(1), row.getString(2), role, TokenTable.life(row));
    }
}
