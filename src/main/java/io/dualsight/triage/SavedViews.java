package io.dualsight.triage;

import io.dualsight.contract.FieldError;
import io.dualsight.identity.BadFieldsException;
import io.dualsight.identity.Caller;
import io.dualsight.identity.Role;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps lists that people come back to. */
@Component
public class SavedViews {

    /** The most that one person may keep. */
    public static final int MOST = 100;

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_ADDRESS = 2000;

    private final JdbcTemplate jdbc;
    private final Clock clock;

    SavedViews(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** One's own, then those that others share. */
    public List<SavedView> of(Caller.Person person) {
        return jdbc.query(
                "select id, owner, name, shared, address from saved_view where owner = ? or shared = true"
                        + " order by case when owner = ? then 0 else 1 end, name, id limit 500",
                (row, n) -> new SavedView(
                        row.getLong("id"),
                        row.getString("owner"),
                        row.getString("name"),
                        row.getBoolean("shared"),
                        row.getString("address")),
                person.name(),
                person.name());
    }

    /**
     * Keeps a list, in the place of one of the same name.
     *
     * @throws BadFieldsException where name or address are none, there are too many, or a viewer wants to share one
     */
    @Transactional
    public void save(Caller.Person person, String name, boolean shared, String address) {
        String called = name.strip();
        check("name", called, !called.isEmpty() && called.length() <= LONGEST_NAME, "1 to 100 characters");
        check("name", called, called.chars().noneMatch(Character::isISOControl), "no control characters");
        boolean mayShare = !shared || person.role().compareTo(Role.OPERATOR) >= 0;
        check("shared", "true", mayShare, "false: what others see is set up by operators");
        check("address", address, address.length() <= LONGEST_ADDRESS, "at most 2000 characters");
        jdbc.update("delete from saved_view where owner = ? and name = ?", person.name(), called);
        Long kept = jdbc.queryForObject("select count(*) from saved_view where owner = ?", Long.class, person.name());
        check("name", called, kept != null && kept < MOST, "at most " + MOST + " views; delete one first");
        jdbc.update(
                "insert into saved_view (owner, name, shared, address, created_at) values (?, ?, ?, ?, ?)",
                person.name(),
                called,
                shared,
                address,
                Moments.of(Moments.now(clock)));
    }

    /** Forgets one's own; whether there was such. */
    public boolean delete(Caller.Person person, long id) {
        return jdbc.update("delete from saved_view where id = ? and owner = ?", id, person.name()) == 1;
    }

    private static void check(String field, String value, boolean good, String expected) {
        if (!good) {
            throw new BadFieldsException(List.of(
                    new FieldError(field, value.substring(0, Math.min(value.length(), 100)), expected)));
        }
    }
}
