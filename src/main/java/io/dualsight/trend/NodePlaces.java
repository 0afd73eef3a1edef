package io.dualsight.trend;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Which nodes ids stand for. Asked apart from starts: H2 joins the two by reading all starts of every node, however few
 * days are asked for.
 */
final class NodePlaces {

    private static final String COLUMNS = "select node.id, node.cluster, node.name, node.roles from ";

    private final JdbcTemplate jdbc;

    NodePlaces(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** All of these that there are. */
    Map<Long, Place> of(Collection<? extends Long> ids) {
        Map<Long, Place> places = new HashMap<>();
        if (!ids.isEmpty()) {
            jdbc.query(
                    COLUMNS + "unnest(cast(? as bigint array)) as wanted (node_id)"
                            + " join node on node.id = wanted.node_id",
                    row -> {
                        places.put(row.getLong("id"), place(row));
                    },
                    (Object) ids.toArray(Long[]::new));
        }
        return places;
    }

    /** One node by its name; absent where there is none. */
    @Nullable
    Long id(String cluster, String name) {
        List<Long> found = new ArrayList<>(
                jdbc.queryForList("select id from node where cluster = ? and name = ?", Long.class, cluster, name));
        return found.isEmpty() ? null : found.get(0);
    }

    private static Place place(ResultSet row) throws SQLException {
        return new Place(row.getString("cluster"), row.getString("name"), row.getString("roles"));
    }

    /**
     * A node.
     *
     * @param roles that it has now, joined with one blank
     */
    record Place(String cluster, String name, String roles) {}
}
