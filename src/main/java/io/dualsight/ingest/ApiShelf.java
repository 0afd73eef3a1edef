package io.dualsight.ingest;

import io.dualsight.cluster.ClusterShelf;
import io.dualsight.cluster.ClusterState;
import io.dualsight.cluster.NodeView;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The shelf in the console's database. Each change of a cluster has a number, so that a reader asks for what is newer. */
@Component
class ApiShelf implements ClusterShelf {

    /** A reader that lags behind by more has stopped, and starts anew. */
    private static final long TOMBSTONES = 10_000;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    ApiShelf(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public Changes since(String cluster, long mark) {
        long now = mark(cluster);
        if (now == mark) {
            return new Changes(mark, List.of(), List.of());
        }
        List<NodeView> views = new ArrayList<>();
        List<String> gone = new ArrayList<>();
        jdbc.query(
                "select node, gone, body from cluster_node where cluster = ? and mark > ?",
                row -> {
                    read(row, views, gone);
                },
                cluster,
                mark);
        return new Changes(now, views, gone);
    }

    private static void read(ResultSet row, List<NodeView> views, List<String> gone) throws SQLException {
        if (row.getBoolean("gone")) {
            gone.add(row.getString("node"));
        } else {
            views.add(NodeView.read(row.getString("body")));
        }
    }

    private long mark(String cluster) {
        return jdbc.queryForList("select mark from cluster_watch where cluster = ?", Long.class, cluster).stream()
                .findFirst()
                .orElse(0L);
    }

    @Override
    public void keep(String cluster, List<NodeView> views, List<String> gone) {
        transaction.executeWithoutResult(status -> {
            long mark = next(cluster);
            List<Object[]> rows = new ArrayList<>();
            views.forEach(view -> rows.add(new Object[] {mark, false, view.json(), cluster, view.node()}));
            gone.forEach(node -> rows.add(new Object[] {mark, true, "", cluster, node}));
            write(rows);
            jdbc.update(
                    "delete from cluster_node where cluster = ? and gone = true and mark < ?",
                    cluster,
                    mark - TOMBSTONES);
        });
    }

    private long next(String cluster) {
        if (jdbc.update("update cluster_watch set mark = mark + 1 where cluster = ?", cluster) == 0) {
            jdbc.update("insert into cluster_watch (cluster, mark, state) values (?, 1, null)", cluster);
        }
        return mark(cluster);
    }

    private void write(List<Object[]> rows) {
        int[] found = jdbc.batchUpdate(
                "update cluster_node set mark = ?, gone = ?, body = ? where cluster = ? and node = ?", rows);
        List<Object[]> fresh = new ArrayList<>();
        for (int i = 0; i < found.length; i++) {
            if (found[i] == 0) {
                fresh.add(rows.get(i));
            }
        }
        jdbc.batchUpdate("insert into cluster_node (mark, gone, body, cluster, node) values (?, ?, ?, ?, ?)", fresh);
    }

    @Override
    public void keep(ClusterState state) {
        transaction.executeWithoutResult(status -> {
            String json = state.json();
            if (jdbc.update("update cluster_watch set state = ? where cluster = ?", json, state.cluster()) == 0) {
                jdbc.update("insert into cluster_watch (cluster, mark, state) values (?, 0, ?)", state.cluster(), json);
            }
        });
    }

    @Override
    public Optional<ClusterState> state(String cluster) {
        return jdbc
                .queryForList(
                        "select state from cluster_watch where cluster = ? and state is not null",
                        String.class,
                        cluster)
                .stream()
                .findFirst()
                .map(ClusterState::read);
    }
}
