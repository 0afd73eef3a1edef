package io.dualsight.store;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/** What the console needs of its database, wherever the address comes from. */
@Component
class DatabaseTuning implements BeanPostProcessor {

    /** Before the pool opens its first connection. */
    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof HikariDataSource pool && address(pool).startsWith("jdbc:postgresql:")) {
            // Many rows of one batch in one statement.
            pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        }
        return bean;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof HikariDataSource pool && isFile(address(pool))
                ? new WrittenThroughDataSource(pool)
                : bean;
    }

    private static boolean isFile(String address) {
        return address.startsWith("jdbc:h2:") && !address.startsWith("jdbc:h2:mem:");
    }

    private static String address(HikariDataSource pool) {
        return pool.getJdbcUrl() == null ? "" : pool.getJdbcUrl();
    }
}
