package io.dualsight.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** What a database without Citus can tell about the script that spreads the tables. */
class ShardingTests {

    private static final String UNIQUE_WITHOUT_NODE = """
            select indexrelid::regclass::text from pg_index where indrelid = ?::regclass and indisunique
            and not exists (select 1 from pg_attribute where attrelid = indexrelid and attname = 'node_id')""";
    private static final String REFERRED = """
            select distinct confrelid::regclass::text from pg_constraint
            where conrelid = ?::regclass and contype = 'f'""";

    private final JdbcTemplate jdbc = new JdbcTemplate(TestDatabase.POSTGRESQL.empty());

    @Test
    void spreadsTablesWhoseUniqueKeysAllHoldTheNode() throws IOException {
        List<String> spread = tables("create_distributed_table");
        assertThat(spread).contains("report", "facts", "node_pulse");
        for (String table : spread) {
            assertThat(jdbc.queryForList(
                            "select format_type(atttypid, atttypmod) from pg_attribute where attrelid = ?::regclass"
                                    + " and attname = 'node_id'",
                            String.class,
                            table))
                    .as(table)
                    .containsExactly("bigint");
            assertThat(jdbc.queryForList(UNIQUE_WITHOUT_NODE, String.class, table))
                    .as(table)
                    .isEmpty();
        }
    }

    @Test
    void leavesNothingBehindThatASpreadTableRefersTo() throws IOException {
        List<String> known = new ArrayList<>(tables("create_reference_table"));
        known.addAll(tables("create_distributed_table"));
        for (String table : known) {
            assertThat(known).as(table).containsAll(jdbc.queryForList(REFERRED, String.class, table));
        }
    }

    private static List<String> tables(String function) throws IOException {
        List<String> tables = new ArrayList<>();
        Matcher calls = Pattern.compile("(?m)^SELECT " + function + "\\('([a-z_]+)'")
                .matcher(Files.readString(Path.of("src/main/packaging/citus.sql")));
        while (calls.find()) {
            tables.add(calls.group(1));
        }
        return tables;
    }
}
