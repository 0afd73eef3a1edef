package io.dualsight.identity;

import java.time.Clock;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The record of what people did. */
@Component
public class Audit {
    static final String CONSOLE = "console";
    private static final int ACTOR = 100;

    private final JdbcClient jdbc;
    private final Clock clock;

    Audit(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Writes down what somebody did.
     *
     * @param actor username
     * @param action a short stable word, at most 32 characters
     * @param subject what it was done to; absent where the action says all
     * @param address of the sender; absent where nobody called
     */
    public void write(String actor, String action, @Nullable String subject, @Nullable String address) {
        jdbc.sql("insert into audit (at, actor, action, subject, address) values (?, ?, ?, ?, ?)")
                .param(OffsetDateTime.now(clock))
                .param(cut(actor))
                .param(action)
                .param(subject)
                .param(address)
                .update();
    }

    /** A failed sign-in names whatever was typed: PostgreSQL takes no NUL, and nobody wants a novel. */
    private static String cut(String typed) {
        String clean = typed.replaceAll("\\p{Cntrl}", "?");
        return clean.length() <= ACTOR ? clean : clean.substring(0, ACTOR);
    }
}
