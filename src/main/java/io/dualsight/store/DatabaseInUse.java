package io.dualsight.store;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;

/** Which database this console keeps everything in. */
@Component
public class DatabaseInUse {
    private final DataSource database;

    DatabaseInUse(DataSource database) {
        this.database = database;
    }

    /**
     * Product and version as it says itself, such as {@code PostgreSQL 18.6}; no address, which may hold a password.
     *
     * @throws org.springframework.jdbc.CannotGetJdbcConnectionException where it is away
     */
    public String name() {
        Connection connection = DataSourceUtils.getConnection(database);
        try {
            DatabaseMetaData about = connection.getMetaData();
            return about.getDatabaseProductName() + " " + about.getDatabaseProductVersion();
        } catch (SQLException e) {
            throw new StoreUnavailableException("the database does not say what it is", e);
        } finally {
            DataSourceUtils.releaseConnection(connection, database);
        }
    }
}
